pub fn both<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    let mut list: Vec<&str> = a.iter().copied().filter(|n| b.contains(n)).collect();
    list.sort();
    list
}

pub fn only_first<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    let mut list: Vec<&str> = a.iter().copied().filter(|n| !b.contains(n)).collect();
    list.sort();
    list
}

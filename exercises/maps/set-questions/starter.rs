pub fn both<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    todo!()
}

pub fn only_first<'a>(a: &[&'a str], b: &[&'a str]) -> Vec<&'a str> {
    todo!()
}

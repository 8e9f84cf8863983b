pub fn skip(list: &mut [String]) {
    if !list.is_empty() {
        list.rotate_left(1);
    }
}

pub fn ban(list: &mut Vec<String>, title: &str) -> usize {
    let before = list.len();
    list.retain(|song| song != title);
    before - list.len()
}

pub fn best(list: &mut Vec<String>, n: usize) {
    list.truncate(n);
}

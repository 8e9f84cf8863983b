pub fn skip(list: &mut [String]) {
    todo!()
}

pub fn ban(list: &mut Vec<String>, title: &str) -> usize {
    todo!()
}

pub fn best(list: &mut Vec<String>, n: usize) {
    todo!()
}

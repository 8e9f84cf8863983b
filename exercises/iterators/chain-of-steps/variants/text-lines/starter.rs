pub fn errors(log: &str) -> Vec<&str> {
    todo!()
}

pub fn counts(log: &str) -> (usize, usize) {
    todo!()
}

pub fn arrive(list: &mut Vec<String>, name: &str, urgent: bool) {
    todo!()
}

pub fn next(list: &mut Vec<String>) -> Option<String> {
    todo!()
}

pub fn place(list: &[String], name: &str) -> Option<usize> {
    todo!()
}

pub fn arrive(list: &mut Vec<String>, name: &str, urgent: bool) {
    let place = if urgent { 0 } else { list.len() };
    list.insert(place, name.to_string());
}

pub fn next(list: &mut Vec<String>) -> Option<String> {
    if list.is_empty() {
        None
    } else {
        Some(list.remove(0))
    }
}

pub fn place(list: &[String], name: &str) -> Option<usize> {
    list.iter().position(|waiting| waiting == name)
}

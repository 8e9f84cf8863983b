use std::collections::HashMap;

pub fn fans(likes: &HashMap<String, String>) -> HashMap<String, Vec<String>> {
    todo!()
}

pub fn echo(words: &mut Vec<String>) {
    if let Some(first) = words.first() {
        words.push(String::from("-"));
        words.push(first.clone());
    }
}

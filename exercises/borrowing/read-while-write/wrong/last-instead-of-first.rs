pub fn echo(words: &mut Vec<String>) {
    if let Some(first) = words.last().cloned() {
        words.push(String::from("-"));
        words.push(first);
    }
}

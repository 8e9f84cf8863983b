pub fn echo(words: &mut Vec<String>) {
    if !words.is_empty() {
        let first = words.remove(0);
        words.push(String::from("-"));
        words.push(first);
    }
}

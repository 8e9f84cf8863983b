pub fn echo(words: &mut Vec<String>) {
    let first = words[0].clone();
    words.push(String::from("-"));
    words.push(first);
}

pub fn from_end(word: &str, n: usize) -> Option<char> {
    let place = word.len().checked_sub(n + 1)?;
    Some(word[place])
}

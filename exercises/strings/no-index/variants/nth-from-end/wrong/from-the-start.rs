pub fn from_end(word: &str, n: usize) -> Option<char> {
    word.chars().nth(n)
}

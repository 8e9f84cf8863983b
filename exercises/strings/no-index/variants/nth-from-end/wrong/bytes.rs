pub fn from_end(word: &str, n: usize) -> Option<char> {
    word.bytes().rev().nth(n).map(char::from)
}

pub fn dash(word: &str) -> String {
    let mut word = word.to_string();
    word[1] = '-';
    word
}

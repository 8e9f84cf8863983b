pub fn dash(word: &str) -> String {
    word.chars()
        .enumerate()
        .map(|(i, letter)| if i == 0 { '-' } else { letter })
        .collect()
}

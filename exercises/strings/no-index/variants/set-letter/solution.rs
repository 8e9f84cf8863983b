pub fn dash(word: &str) -> String {
    word.chars()
        .enumerate()
        .map(|(i, letter)| if i == 1 { '-' } else { letter })
        .collect()
}

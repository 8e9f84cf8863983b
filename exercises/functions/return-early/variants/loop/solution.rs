pub fn first_long(words: &[&str]) -> usize {
    for (place, word) in words.iter().enumerate() {
        if word.len() > 3 {
            return place;
        }
    }
    words.len()
}

pub fn first_long(words: &[&str]) -> usize {
    let mut place = 0;
    for word in words {
        if word.len() > 3 {
            return;
        }
        place += 1;
    }
    place
}

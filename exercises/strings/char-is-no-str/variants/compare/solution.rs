pub fn commas(text: &str) -> usize {
    let mut count = 0;
    for letter in text.chars() {
        if letter == ',' {
            count += 1;
        }
    }
    count
}

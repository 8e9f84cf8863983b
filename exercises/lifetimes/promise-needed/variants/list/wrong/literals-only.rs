pub fn note<'a>(list: &mut Vec<&'a str>, word: &'static str) {
    if !list.contains(&word) {
        list.push(word);
    }
}

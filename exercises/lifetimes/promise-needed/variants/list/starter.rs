pub fn note<'a>(list: &mut Vec<&'a str>, word: &str) {
    if !list.iter().any(|old| *old == word) {
        list.push(word);
    }
}

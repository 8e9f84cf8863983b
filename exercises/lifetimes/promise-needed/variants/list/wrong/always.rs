pub fn note<'a>(list: &mut Vec<&'a str>, word: &'a str) {
    list.push(word);
}

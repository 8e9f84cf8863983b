pub fn close(words: Vec<String>) -> (usize, Box<[String]>) {
    let view = &words;
    let count = view.len();
    let boxed = words.into_boxed_slice();
    (count, boxed)
}

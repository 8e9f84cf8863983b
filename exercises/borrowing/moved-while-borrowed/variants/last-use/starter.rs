pub fn close(words: Vec<String>) -> (usize, Box<[String]>) {
    let view = &words;
    let boxed = words.into_boxed_slice();
    let count = view.len();
    (count, boxed)
}

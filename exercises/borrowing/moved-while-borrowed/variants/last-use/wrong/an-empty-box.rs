pub fn close(words: Vec<String>) -> (usize, Box<[String]>) {
    let view = &words;
    let count = view.len();
    let boxed = Vec::new().into_boxed_slice();
    (count, boxed)
}

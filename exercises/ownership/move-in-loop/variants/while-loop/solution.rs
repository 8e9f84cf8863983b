fn last(book: &mut Vec<u32>) -> Option<u32> {
    book.pop()
}

pub fn tear(mut book: Vec<u32>, pages: usize) -> (Vec<u32>, Vec<u32>) {
    let mut torn = Vec::new();
    while torn.len() < pages {
        match last(&mut book) {
            Some(page) => torn.push(page),
            None => break,
        }
    }
    (torn, book)
}

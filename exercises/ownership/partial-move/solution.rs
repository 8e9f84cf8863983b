pub struct Book {
    pub title: String,
    pub author: String,
}

fn note(book: &Book) -> String {
    format!("{} by {}", book.title, book.author)
}

pub fn file(book: Book) -> (String, String) {
    let note = note(&book);
    (book.title, note)
}

pub struct Book {
    pub title: String,
    pub author: String,
}

fn note(book: &Book) -> String {
    format!("{} by {}", book.title, book.author)
}

pub fn file(book: Book) -> (String, String) {
    let title = book.title;
    let note = note(&book);
    (title, note)
}

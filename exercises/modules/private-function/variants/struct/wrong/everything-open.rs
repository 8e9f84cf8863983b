pub mod library {
    pub struct Book {
        pub title: &'static str,
    }

    pub fn mend(book: &Book) -> String {
        format!("{}, mended", book.title)
    }

    pub fn lend(book: &Book) -> String {
        mend(book)
    }
}

pub fn read() -> String {
    let book = library::Book { title: "Emma" };
    library::lend(&book)
}

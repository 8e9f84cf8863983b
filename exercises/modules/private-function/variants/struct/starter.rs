pub mod library {
    struct Book {
        pub title: &'static str,
    }

    fn mend(book: &Book) -> String {
        format!("{}, mended", book.title)
    }

    pub(super) fn lend(book: &Book) -> String {
        mend(book)
    }
}

pub fn read() -> String {
    let book = library::Book { title: "Emma" };
    library::lend(&book)
}

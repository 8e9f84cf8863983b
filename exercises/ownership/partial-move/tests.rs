use super::*;

#[test]
fn title_and_note() {
    let book = Book {
        title: String::from("Emma"),
        author: String::from("Austen"),
    };
    assert_eq!(
        file(book),
        (String::from("Emma"), String::from("Emma by Austen")),
        "title, and title by author"
    );
}

#[test]
fn another_book() {
    let book = Book {
        title: String::from("Dune"),
        author: String::from("Herbert"),
    };
    let (title, note) = file(book);
    assert_eq!(title, "Dune", "the title");
    assert_eq!(note, "Dune by Herbert", "the note");
}

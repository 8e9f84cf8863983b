struct Book {
    title: String,
    pages: u32,
    year: u16,
}

fn describe(book: &Book) -> String {
    let Book { title, length, year } = book;
    format!("{title} ({year}), {} pages", length)
}

fn main() {
    let shelf = vec![
        Book { title: String::from("Momo"), pages: 304, year: 1973 },
        Book { title: String::from("Emil"), pages: 160, year: 1929 },
    ];
    for book in &shelf {
        println!("{}", describe(book));
    }
}

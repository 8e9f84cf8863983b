struct Book {
    title: String,
    pages: u32,
}

fn main() {
    let book = Book { title: "Dune".to_string(), pages: 612 };
    let Book { title, page_count } = book;
    println!("{title} {page_count}");
}

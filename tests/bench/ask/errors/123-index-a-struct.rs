struct Shelf {
    books: Vec<String>,
}

fn main() {
    let shelf = Shelf { books: vec!["Emma".to_string()] };
    println!("{} {}", shelf.books.len(), shelf[0]);
}

struct Shelf {
    books: Vec<String>,
}
fn main() {
    let shelf = Shelf { books: vec![String::from("Emma")] };
    println!("{}", shelf[0]);
}

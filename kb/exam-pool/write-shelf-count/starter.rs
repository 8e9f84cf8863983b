fn books_that_fit(width: u32, books: &[u32]) -> usize {
    todo!()
}

fn main() {
    println!("{}", books_that_fit(10, &[4, 5, 2, 1]));
}

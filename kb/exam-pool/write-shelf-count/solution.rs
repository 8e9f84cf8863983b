fn books_that_fit(width: u32, books: &[u32]) -> usize {
    let mut rest = width;
    for (count, &book) in books.iter().enumerate() {
        match rest.checked_sub(book) {
            Some(less) => rest = less,
            None => return count,
        }
    }
    books.len()
}

fn main() {
    println!("{}", books_that_fit(10, &[4, 5, 2, 1]));
}

fn books_that_fit(width: u32, books: &[u32]) -> usize {
    let mut used = 0u64;
    books
        .iter()
        .filter(|&&book| {
            let fits = used + u64::from(book) <= u64::from(width);
            if fits {
                used += u64::from(book);
            }
            fits
        })
        .count()
}

fn main() {
    println!("{}", books_that_fit(10, &[4, 5, 2, 1]));
}

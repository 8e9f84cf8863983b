fn books_that_fit(width: u32, books: &[u32]) -> usize {
    let mut used: u64 = 0;
    let mut count = 0;
    for &book in books {
        used += u64::from(book);
        if used >= u64::from(width) {
            break;
        }
        count += 1;
    }
    count
}

fn main() {
    println!("{}", books_that_fit(10, &[4, 5, 2, 1]));
}

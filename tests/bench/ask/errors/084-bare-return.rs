fn first_even(items: &[i32]) -> i32 {
    for &item in items {
        if item % 2 == 0 {
            return item;
        }
    }
    return;
}

fn main() {
    println!("{}", first_even(&[3, 5, 8]));
}

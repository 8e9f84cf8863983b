fn report(items: &[i32]) -> i32 {
    if items.is_empty() {
        return;
    }
    let mut sum = 0;
    for i in items {
        sum += i;
    }
    sum
}

fn main() {
    println!("{}", report(&[1, 2, 3]));
    3 = report(&[3]);
    println!("{}", 3 + 1);
}

fn transfer(from: &mut i64, to: &mut i64, amount: i64) {
    *from -= amount;
    *to += amount;
}

fn main() {
    let mut savings = 500;
    let mut current = 20;
    transfer(&mut savings, &mut current);
    println!("{savings} {current}");
}

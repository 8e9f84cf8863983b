fn income(ages: &[u32]) -> u32 {
    let mut total: u32;
    for age in ages {
        if *age >= 12 {
            total += 8;
        }
    }
    total
}

fn main() {
    println!("{}", income(&[8, 30, 44]));
    println!("{}", income(&[]));
}

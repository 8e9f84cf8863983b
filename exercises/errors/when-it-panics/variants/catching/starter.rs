fn third(list: &[u32]) -> u32 {
    println!("looking");
    list[2]
}

fn main() {
    println!("{:?}", [1, 2].get(2));
    let ok = std::panic::catch_unwind(|| third(&[4, 5, 6]));
    println!("{:?}", ok.is_ok());
    let bad = std::panic::catch_unwind(|| third(&[4, 5]));
    println!("{:?}", bad.is_ok());
    println!("done");
}

fn show(value: Option<Option<u8>>) -> u8 {
    match value {
        Some(Some(0)) => 1,
        Some(Some(n)) if n % 2 == 0 => n,
        Some(Some(_)) => 3,
        Some(None) => 4,
        None => 5,
    }
}

fn main() {
    let values = [
        None,
        Some(None),
        Some(Some(0)),
        Some(Some(7)),
        Some(Some(8)),
    ];
    for value in values {
        print!("{} ", show(value));
    }
    println!();
}

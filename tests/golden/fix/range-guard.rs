fn half(name: &str) -> u8 {
    match name {
        "a"..="m" => 1,
        _ => 2,
    }
}
fn main() {
    println!("{}", half("c"));
}

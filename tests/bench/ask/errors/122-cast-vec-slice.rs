fn main() {
    let word = String::from("abc");
    let bytes = word as Vec<u8>;
    println!("{bytes:?}");
}

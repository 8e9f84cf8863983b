pub fn age(text: &str) -> u32 {
    let age: Result<u32, _> = text.trim().parse();
    age.unwrap_or(1)
}

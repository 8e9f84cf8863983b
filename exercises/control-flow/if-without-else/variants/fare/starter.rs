pub fn fare(age: u32) -> u32 {
    if age < 14 {
        2
    }
}

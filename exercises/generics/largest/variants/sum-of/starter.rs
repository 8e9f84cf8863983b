pub fn both<T>(a: T, b: T) -> T {
    a + b
}

fn largest<T>(a: T, b: T) -> bool { a > b }
fn main() { largest(1, 2); }

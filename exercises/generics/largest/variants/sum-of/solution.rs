use std::ops::Add;

pub fn both<T: Add<Output = T>>(a: T, b: T) -> T {
    a + b
}

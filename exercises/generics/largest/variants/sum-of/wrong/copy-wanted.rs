use std::ops::Add;

pub fn both<T: Add<Output = T> + Copy>(a: T, b: T) -> T {
    a + b
}

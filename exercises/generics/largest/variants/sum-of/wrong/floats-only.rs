pub fn both<T: Into<f64> + From<f64>>(a: T, b: T) -> T {
    T::from(a.into() + b.into())
}

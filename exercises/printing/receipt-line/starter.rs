pub fn line(name: &str, count: u32, price: f64) -> String {
    todo!()
}

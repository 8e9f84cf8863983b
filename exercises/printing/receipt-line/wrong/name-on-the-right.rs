pub fn line(name: &str, count: u32, price: f64) -> String {
    format!("{name:>10}{count:>3} {price:>8.2}")
}

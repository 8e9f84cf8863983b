fn main() {
    let rate = 1.08;
    fn to_dollars(euros: f64) -> f64 {
        euros * rate
    }
    println!("{:.2}", to_dollars(5.0));
}

fn main() {
    let age = 30;
    let discount: f64;
    if age < 18 {
        discount = 0.5;
    } else if age >= 65 {
        discount = 0.3;
    }
    println!("you pay {:.2}", 20.0 * (1.0 - discount));
}

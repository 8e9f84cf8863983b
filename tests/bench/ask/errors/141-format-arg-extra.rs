fn main() {
    let (r, g, b) = (12, 200, 90);
    println!("rgb {} {}", r, g, b);
}

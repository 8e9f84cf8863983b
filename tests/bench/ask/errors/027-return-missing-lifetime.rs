fn cheaper(a: &str, b: &str, price_a: u32, price_b: u32) -> &str {
    if price_a <= price_b { a } else { b }
}

fn main() {
    println!("{}", cheaper("bus", "train", 4, 9));
}

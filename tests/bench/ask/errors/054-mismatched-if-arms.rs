fn main() {
    let stock = 0;
    let label = if stock == 0 { "sold out" } else { stock };
    println!("{label}");
}

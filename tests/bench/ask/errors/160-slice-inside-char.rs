fn main() {
    let dish = String::from("purée");
    let short = &dish[0..4];
    println!("{short}");
}

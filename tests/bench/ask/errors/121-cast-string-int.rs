fn main() {
    let text = "250";
    let grams = text as i32;
    println!("{}", grams + 1);
}

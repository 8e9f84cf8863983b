fn main() {
    let words = ["up", "down", "left"];
    let mut budget: i32 = 20;
    for word in words {
        budget -= word.len();
    }
    println!("{budget}");
}

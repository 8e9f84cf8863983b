fn main() {
    let year: i32 = "1998".parse::<i32>();
    println!("{} years ago", 2026 - year);
}

enum Level {
    Low = 1,
    High = 1,
}
fn main() {
    println!("{}", Level::Low as i32 + Level::High as i32);
}

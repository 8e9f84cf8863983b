fn sign(n: i32) -> &'static str {
    if n < 0 {
        return "minus";

    "plus"
}

fn main() {
    println!("{}", sign(-4));
}

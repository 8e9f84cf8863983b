fn check(value: i32) -> &'static str {
    if value < 0 {
        break "below";
    }
    if value == 0 {
        return "zero";
    }
    "above"
}

fn main() {
    println!("{}", check(3));
    println!("{}", check(-3));
    println!("{}", check(0));
}

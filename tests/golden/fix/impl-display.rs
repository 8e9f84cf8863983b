struct Pair {
    left: i32,
    right: i32,
}

fn show(value: &impl std::fmt::Display) -> String {
    value.to_string()
}

fn main() {
    println!("{}", show(&Pair { left: 1, right: 2 }));
}

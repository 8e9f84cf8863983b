fn main() {
    let day = 6;
    let kind = match day {
        6 | 7 -> "weekend",
        _ -> "workday",
    };
    println!("{kind}");
}

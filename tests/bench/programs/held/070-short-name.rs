fn read_name() -> String {
    String::from("  Maximilian  ")
}

fn main() {
    let name = read_name().trim();
    let short: String = name.chars().take(3).collect();
    println!("{name} -> {short}");
    println!("{}", name.len());
}

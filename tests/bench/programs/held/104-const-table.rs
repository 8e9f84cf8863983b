const NAMES: [&str; 4] = ["low", "mid", "high"];
const GREETING: String = String::from("levels");

fn level(n: usize) -> &'static str {
    NAMES[n.min(NAMES.len() - 1)]
}

fn main() {
    println!("{GREETING}");
    for n in [0, 2, 9] {
        println!("{n} {}", level(n));
    }
}

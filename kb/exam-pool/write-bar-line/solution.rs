fn bar(label: &str, count: usize, width: usize) -> String {
    let signs = "#".repeat(count.min(width));
    format!("{label:<8}|{signs:<width$}|{count:>4}")
}

fn main() {
    println!("{}", bar("tea", 3, 5));
    println!("{}", bar("café", 12, 5));
}

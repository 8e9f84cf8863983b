fn bar(label: &str, count: usize, width: usize) -> String {
    let signs = "#".repeat(count.min(width));
    format!("{label:<8}|{signs:<5}|{count:>4}")
}

fn main() {}

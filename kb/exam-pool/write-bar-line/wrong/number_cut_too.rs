fn bar(label: &str, count: usize, width: usize) -> String {
    let count = count.min(width);
    let signs = "#".repeat(count);
    format!("{label:<8}|{signs:<width$}|{count:>4}")
}

fn main() {}

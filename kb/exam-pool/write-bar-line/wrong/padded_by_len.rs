fn bar(label: &str, count: usize, width: usize) -> String {
    let signs = "#".repeat(count.min(width));
    let gap = " ".repeat(8 - label.len());
    format!("{label}{gap}|{signs:<width$}|{count:>4}")
}

fn main() {}

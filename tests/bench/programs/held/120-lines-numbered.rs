fn number(text: &str) -> Vec<(usize, String)> {
    text.lines()
        .enumerate()
        .map(|(i, l)| {i + 1, l.to_string()})
        .collect()
}

fn main() {
    let listing = number("let a\nlet b\nprint");
    for (n, line) in listing.iter {
        println!("{n:>3} {line}");
    }
    println!("{}", listing.len());
}

fn main() {
    let text = "3, 8, x, 12";
    let numbers = text
        .split(',')
        .map(|p| p.trim())
        .filter_map(|p| p.parse().ok())
        .collect::<Vec<_>>();
    println!("{}", numbers.len());
    let mut shown = Vec::new();
    for n in &numbers {
        shown.push(format!("<{}>", n));
    }
    println!("{}", shown.join(" "));
}

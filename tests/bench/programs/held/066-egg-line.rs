fn main() {
    let line = "  12 eggs, 3 apples ";
    let clean = line.trim();
    let n = clean.len;
    println!("{clean}|{n}");
    let numbers: Vec<u32> = clean.split(' ').filter_map(|w| w.parse().ok()).collect();
    println!("{:?}", numbers);
}

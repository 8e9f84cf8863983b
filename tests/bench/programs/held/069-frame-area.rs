fn main() {
    let width = 7;
    let height = 3;
    let area = width (height + 1);
    println!("{area}");
    let frame = "#".repeat(width as usize);
    for _ in 0..2 {
        println!("{frame}");
    }
}

fn main() {
    let total: i32;
    println!("start {}", total);
    total = 5;
    println!("end {}", total);
}

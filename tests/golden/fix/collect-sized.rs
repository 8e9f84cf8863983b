fn main() {
    let list: [i32] = (1..4).collect();
    println!("{}", list.len());
}

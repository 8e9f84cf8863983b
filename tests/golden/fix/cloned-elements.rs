
fn main() {
    let v = vec![String::from("a")];
    let d: Vec<String> = v.iter().map(|s| s).collect();
    println!("{d:?}");
}

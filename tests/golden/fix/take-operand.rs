
fn main() {
    let v = vec![1, 2];
    let n = v.first() + 1;
    println!("{n}");
}

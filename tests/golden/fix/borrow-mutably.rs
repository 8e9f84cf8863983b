fn add(v: &mut Vec<i32>) {
    v.push(1);
}
fn main() {
    let v = vec![0];
    add(&v);
    println!("{v:?}");
}

fn add(v: &Vec<i32>) {
    v.push(1);
}
fn main() {
    let mut v = vec![0];
    v.push(2);
    add(&v);
    println!("{v:?}");
}

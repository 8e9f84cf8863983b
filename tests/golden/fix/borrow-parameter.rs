fn total(v: Vec<i32>, k: i32) -> i32 {
    v.iter().sum::<i32>() * k
}
fn main() {
    let v = vec![1, 2];
    println!("{}", total(v, 2));
    println!("{}", total(v, 3));
}

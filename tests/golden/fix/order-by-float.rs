
struct A {
    n: f64,
}
fn main() {
    let mut v = vec![A { n: 1.0 }];
    v.sort_by_key(|a| a.n);
    println!("{}", v.len());
}

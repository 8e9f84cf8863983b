struct Pair<T> { a: T }
fn main() { let p: Pair = Pair { a: 1 }; println!("{}", p.a); }

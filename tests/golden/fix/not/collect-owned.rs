fn main() { let n: Vec<String> = [1, 2].iter().collect(); println!("{:?}", n); }

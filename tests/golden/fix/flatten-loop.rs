fn main() {
    let marks = vec![Some(2), None, Some(5)];
    let mut sum = 0;
    for Some(m) in marks { sum += m; }
    println!("{sum}");
}

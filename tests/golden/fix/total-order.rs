fn main() {
    let mut times = vec![2.5, 1.5, 9.0];
    times.sort();
    println!("{times:?}");
}

fn keep<T: std::fmt::Display + 'static>(t: T) { println!("{t}"); }
fn main() {
    let n = 4;
    keep(&n);
}

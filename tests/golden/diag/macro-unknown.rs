fn main() {
    printn!("a");
    let v = vec[1, 2];
    println!("{}", v);
}

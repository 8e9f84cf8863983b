fn main() {
    let t = (1, 2, 3, 4);
    let (.., last, ..) = t;
    println!("{last}");
}

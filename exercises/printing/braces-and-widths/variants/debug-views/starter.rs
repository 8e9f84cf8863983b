fn main() {
    let text = "a\tb";
    println!("{:?}", text);
    println!("{:?}", 'c');
    println!("{} {:?}", 1.0, 1.0);
    println!("{:?}", Some("x"));
    println!("{:?}", (1, "two", [3, 4]));
}

fn main() {
    let s = "abc";
    println!("{}", s[1]);
}

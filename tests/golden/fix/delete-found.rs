fn main() {
    let x = 5 $ + 1;
    println!("{x}");
}

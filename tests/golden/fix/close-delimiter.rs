fn main() {
    for x in 0..3 {
        println!("{x}");

    println!("done");
}

async fn main() {
    println!("a");
}

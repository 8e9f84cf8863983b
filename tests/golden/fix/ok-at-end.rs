
fn run() -> Result<(), String> {
    println!("hi");
}
fn main() {
    run().unwrap();
}

// verdict: timeout
fn main() {
    let (_tx, rx) = std::sync::mpsc::channel::<i32>();
    println!("{:?}", rx.recv());
}

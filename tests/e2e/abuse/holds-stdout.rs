// verdict: passed timeout
unsafe extern "C" {
    fn fork() -> i32;
}
fn main() {
    if unsafe { fork() } == 0 {
        std::thread::sleep(std::time::Duration::from_secs(30));
    }
    println!("the parent is done");
}

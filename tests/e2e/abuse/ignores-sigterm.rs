// verdict: timeout
unsafe extern "C" {
    fn signal(sig: i32, handler: usize) -> usize;
}
fn main() {
    unsafe { signal(15, 1) };
    loop {
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}

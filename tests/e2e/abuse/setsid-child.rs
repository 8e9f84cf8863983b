// verdict: passed timeout
unsafe extern "C" {
    fn fork() -> i32;
    fn setsid() -> i32;
}
fn main() {
    if unsafe { fork() } == 0 {
        unsafe { setsid() };
        loop {
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
    }
}

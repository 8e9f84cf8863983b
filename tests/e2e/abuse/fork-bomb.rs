// verdict: processes timeout crashed
use std::process::Command;
unsafe extern "C" {
    fn fork() -> i32;
}
fn main() {
    let _ = Command::new("/nonexistent").spawn();
    loop {
        if unsafe { fork() } < 0 {
            panic!("{}", std::io::Error::last_os_error());
        }
    }
}

// verdict: passed
use std::fs;
fn main() {
    for path in ["/etc/tutor-was-here", "/usr/tutor-was-here", "/work/tutor-was-here", "/tutor-was-here", "/root/tutor-was-here"] {
        assert!(fs::write(path, "x").is_err(), "{path} can be written");
    }
    fs::write("/tmp/mine", "x").unwrap();
}

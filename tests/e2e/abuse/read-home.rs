// verdict: passed
use std::fs;
fn main() {
    for dir in ["/root", "/home", "/proc", "/var/lib", "/etc/ssh", "/work/../root"] {
        let n = fs::read_dir(dir).map(|d| d.count()).unwrap_or(0);
        assert_eq!(n, 0, "{dir} can be seen");
    }
}

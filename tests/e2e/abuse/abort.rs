// verdict: crashed
fn main() {
    std::process::abort();
}

// verdict: crashed test_failed
#[cfg(test)]
mod tests {
    #[test]
    fn a_leaves_early() {
        std::process::exit(0);
    }
    #[test]
    fn b_is_never_reached() {
        panic!("this must be seen");
    }
}
fn main() {}

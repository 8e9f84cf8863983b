// verdict: compile_error
macro_rules! again {
    ($n:expr) => {
        again!($n)
    };
}
fn main() {
    again!(1);
}

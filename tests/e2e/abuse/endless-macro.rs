// verdict: compile_error
macro_rules! grow {
    ($($t:tt)*) => { grow!($($t)* $($t)* x) };
}
fn main() {
    grow!(a);
}

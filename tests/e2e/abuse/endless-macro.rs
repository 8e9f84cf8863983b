// verdict: compile_error memory
macro_rules! grow {
    ($($t:tt)*) => { grow!($($t)* $($t)* x) };
}
fn main() {
    grow!(a);
}

macro_rules! least {
    ($a:expr, $b:expr) => {
        if $a < $b { $a } else { $b }
    };
}
fn main() {
    println!("{}", least!(3; 4));
}

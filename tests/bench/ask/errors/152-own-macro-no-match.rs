macro_rules! larger {
    ($a:expr, $b:expr) => {
        if $a > $b { $a } else { $b }
    };
}

fn main() {
    println!("{}", larger!(4, 9));
    println!("{}", larger!(4, 9, 2));
}

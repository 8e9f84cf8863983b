macro_rules! twice {
    ($e:expr) => {
        $e + $e
    };
}

macro_rules! maximum {
    ($x:expr) => { $x };
    ($x:expr, $($rest:expr),+) => {{
        let a = $x;
        let b = maximum!($($rest),+);
        if a > b { a } else { b }
    }};
}

fn main() {
    println!("{}", twice!(4));
    println!("{}", maximum!(3; 9; 4));
}

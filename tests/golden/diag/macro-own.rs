macro_rules! plus_text {
    ($x:expr) => {
        $x + "a"
    };
}

macro_rules! wrap {
    ($x:expr) => {
        plus_text!($x)
    };
}

macro_rules! show {
    ($x:expr) => {
        println!("{}", $x)
    };
}

struct P;

fn main() {
    let n = wrap!(5);
    show!(P);
    show!(n, 2);
}

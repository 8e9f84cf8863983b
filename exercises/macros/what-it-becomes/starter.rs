macro_rules! double {
    ($e:expr) => {
        $e * 2
    };
}

macro_rules! pasted {
    ($($t:tt)*) => {
        $($t)* * 2
    };
}

macro_rules! show {
    ($($e:expr),*) => {
        $(print!("{}={} ", stringify!($e), $e);)*
        println!();
    };
}

fn main() {
    let n = 3;
    println!("{} {}", double!(1 + 2), pasted!(1 + 2));
    show!(n, n + 1, double!(n));
    println!(
        "{}",
        double!({
            print!("once ");
            n
        })
    );
}

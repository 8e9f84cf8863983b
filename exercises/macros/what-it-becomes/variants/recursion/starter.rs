macro_rules! count {
    () => { 0 };
    ($first:tt $($rest:tt)*) => { 1 + count!($($rest)*) };
}

macro_rules! reverse {
    ([] $($done:expr),*) => { [$($done),*] };
    ([$first:expr $(, $rest:expr)*] $($done:expr),*) => {
        reverse!([$($rest),*] $first $(, $done)*)
    };
}

fn main() {
    println!("{}", count!(a b c));
    println!("{}", count!((a b) [c d e] + 1));
    println!("{:?}", reverse!([1, 2 + 3, 4]));
}

macro_rules! first_some {
    ($one:expr $(,)?) => {
        $one
    };
    ($one:expr, $other:expr $(,)?) => {
        $one.or_else(|| $other)
    };
}

fn main() {}

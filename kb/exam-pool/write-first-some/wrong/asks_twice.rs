macro_rules! first_some {
    ($last:expr $(,)?) => {
        $last
    };
    ($first:expr, $($rest:expr),+ $(,)?) => {
        if $first.is_some() {
            $first
        } else {
            first_some!($($rest),+)
        }
    };
}

fn main() {}

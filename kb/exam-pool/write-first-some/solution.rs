macro_rules! first_some {
    ($last:expr $(,)?) => {
        $last
    };
    ($first:expr, $($rest:expr),+ $(,)?) => {
        match $first {
            Some(value) => Some(value),
            None => first_some!($($rest),+),
        }
    };
}

fn main() {
    let nothing: Option<i32> = None;
    println!("{:?}", first_some!(nothing, Some(2), Some(3)));
}

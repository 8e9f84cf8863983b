macro_rules! first_some {
    ($first:expr $(, $rest:expr)* $(,)?) => {
        $first$(.or($rest))*
    };
}

fn main() {}

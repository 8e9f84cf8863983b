macro_rules! times {
    ($name:ident in $count:expr, $body:block) => {
        for $name in 1..=$count $body
    };
    ($count:expr, $body:block) => {
        for _ in 0..=$count $body
    };
}

pub fn nothing() {
    times!(2, {});
}

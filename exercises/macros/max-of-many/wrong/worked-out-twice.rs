macro_rules! most {
    ($only:expr) => {
        $only
    };
    ($first:expr, $($more:expr),+) => {
        if $first > most!($($more),+) { $first } else { most!($($more),+) }
    };
}

pub fn same(n: i32) -> i32 {
    most!(n)
}

macro_rules! most {
    ($only:expr) => {
        $only
    };
}

pub fn same(n: i32) -> i32 {
    most!(n)
}

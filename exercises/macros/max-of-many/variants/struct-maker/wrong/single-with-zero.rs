macro_rules! path {
    ($($x:expr => $y:expr),*) => {
        Vec::<(i32, i32)>::from([$(($x, $y)),*])
    };
    ($($n:expr),*) => {{
        let single: Vec<i32> = vec![$($n),*];
        single.into_iter().map(|n| (n, 0)).collect::<Vec<(i32, i32)>>()
    }};
}

pub fn empty() -> usize {
    path!().len()
}

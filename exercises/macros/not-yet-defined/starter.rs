pub fn area(side: u32) -> u32 {
    square!(side)
}

macro_rules! square {
    ($x:expr) => {
        $x * $x
    };
}

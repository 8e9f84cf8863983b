macro_rules! square {
    ($($x:tt)+) => {
        $($x)+ * $($x)+
    };
}

pub fn area(side: u32) -> u32 {
    square!(side)
}

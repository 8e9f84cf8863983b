pub fn first_even(list: &[i32]) -> Option<i32> {
    todo!()
}

pub fn total(prices: &[Option<u32>]) -> u32 {
    todo!()
}

pub fn label(name: Option<&str>) -> &str {
    todo!()
}

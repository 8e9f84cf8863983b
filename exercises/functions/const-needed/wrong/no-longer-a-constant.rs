fn minutes(hours: u32, rest: u32) -> u32 {
    hours * 60 + rest
}

#[allow(non_snake_case)]
fn BREAK() -> u32 {
    minutes(0, 45)
}

pub fn week() -> [u32; 7] {
    [BREAK(); 7]
}

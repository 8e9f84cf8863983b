fn minutes(hours: u32, rest: u32) -> u32 {
    hours * 60 + rest
}

pub const BREAK: u32 = minutes(0, 45);

pub fn week() -> [u32; 7] {
    [BREAK; 7]
}

struct GroupRate {
    each: u32,
    guide: u32,
}

pub fn adult(n: u32) -> u32 {
    let rate = GroupRate { each: 9, guide: 10 };
    n * rate.each + rate.guide
}

pub fn group(n: u32) -> u32 {
    let rate = GroupRate { each: 7, guide: 10 };
    n * rate.each + rate.guide
}

struct AdultRate {
    each: u32,
}

struct GroupRate {
    each: u32,
    guide: u32,
}

pub fn adult(n: u32) -> u32 {
    let rate = AdultRate { each: 9 };
    n * rate.each
}

pub fn group(n: u32) -> u32 {
    let rate = GroupRate { each: 7, guide: 10 };
    n * rate.each + rate.guide
}

pub enum Time {
    Clock(u32, u32),
    Never,
}

pub fn seconds(time: &Time) -> u32 {
    match time {
        Time::Clock(m, s) => m * 60 + s,
        Time::Never => 0,
    }
}

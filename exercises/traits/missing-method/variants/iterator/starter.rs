pub struct Countdown(pub u32);

impl Iterator for Countdown {
    type Item = u32;
}

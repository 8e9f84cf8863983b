pub struct Candle {
    pub minutes: u32,
}

impl Candle {
    pub fn light() -> String {
        format!("burnt for {} minutes", self.minutes)
    }
}

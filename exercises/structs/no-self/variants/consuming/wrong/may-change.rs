pub struct Candle {
    pub minutes: u32,
}

impl Candle {
    pub fn light(&mut self) -> String {
        format!("burnt for {} minutes", self.minutes)
    }
}

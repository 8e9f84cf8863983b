pub trait Meter {
    fn add(&mut self, units: u32);
    fn total(&self) -> u64;
}

#[derive(Default)]
pub struct WaterMeter {
    litres: u32,
}

impl Meter for WaterMeter {
    fn add(&mut self, units: u32) {
        self.litres += units;
    }

    fn total(&self) -> u64 {
        u64::from(self.litres)
    }
}

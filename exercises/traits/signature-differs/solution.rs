pub trait Meter {
    fn add(&mut self, units: u32);
    fn total(&self) -> u64;
}

#[derive(Default)]
pub struct WaterMeter {
    litres: u64,
}

impl Meter for WaterMeter {
    fn add(&mut self, units: u32) {
        self.litres += u64::from(units);
    }

    fn total(&self) -> u64 {
        self.litres
    }
}

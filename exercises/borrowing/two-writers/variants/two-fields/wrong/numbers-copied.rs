pub struct Tank {
    pub cold: i32,
    pub hot: i32,
}

impl Tank {
    pub fn cold(&mut self) -> &mut i32 {
        &mut self.cold
    }

    pub fn hot(&mut self) -> &mut i32 {
        &mut self.hot
    }
}

pub fn mix(tank: &mut Tank) {
    let mut cold = *tank.cold();
    let mut hot = *tank.hot();
    cold += 3;
    hot -= 3;
    let _ = (cold, hot);
}

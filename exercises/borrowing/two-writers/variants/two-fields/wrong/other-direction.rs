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
    *tank.cold() -= 3;
    *tank.hot() += 3;
}

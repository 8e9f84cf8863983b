pub fn percent(done: u32, all: u32) -> f64 {
    f64::from(done) * 100.0 / f64::from(all)
}

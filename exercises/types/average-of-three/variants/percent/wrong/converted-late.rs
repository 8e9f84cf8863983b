pub fn percent(done: u32, all: u32) -> f64 {
    (done * 100 / all) as f64
}

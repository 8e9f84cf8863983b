struct Timer {
    running: bool,
    seconds: u32,
}

impl Timer {
    fn start(&self) {
        self.running = true;
    }
}

fn main() {
    let mut timer = Timer { running: false, seconds: 90 };
    timer.start();
    println!("{} {}", timer.running, timer.seconds);
}

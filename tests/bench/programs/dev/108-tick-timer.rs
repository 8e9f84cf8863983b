struct Timer {
    ticks: u32,
}

impl Timer {
    fn new() -> Self {
        Timer { ticks: 0 }
    }

    fn new(ticks: u32) -> Self {
        Timer { ticks }
    }

    fn tick(self) {
        self.ticks += 1;
    }
}

fn main() {
    let mut a = Timer::new();
    let b = Timer::new(40);
    a.tick();
    a.tick();
    println!("{}", a.ticks + b.ticks);
}

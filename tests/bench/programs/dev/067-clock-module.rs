mod clock {
    pub struct Time {
        minutes: u32,
    }

    impl Time {
        pub fn new(h: u32, m: u32) -> Self {
            Time { minutes: h * 60 + m }
        }

        fn hours(&self) -> u32 {
            self.minutes / 60
        }

        pub fn rest(&self) -> u32 {
            self.minutes % 60
        }
    }
}

fn main() {
    let t = clock::Time::new(3, 75);
    println!("{}:{:02}", t.hours(), t.rest());
}

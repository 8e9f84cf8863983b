pub mod clock {
    #[derive(Debug, PartialEq, Clone, Copy)]
    pub struct Time {
        minutes: u32,
    }

    impl Time {
        pub fn new(hour: u32, minute: u32) -> Option<Time> {
            if hour < 24 {
                Some(Time {
                    minutes: hour * 60 + minute,
                })
            } else {
                None
            }
        }

        pub fn minutes(&self) -> u32 {
            self.minutes
        }

        pub fn add(&self, minutes: u32) -> Time {
            Time {
                minutes: (self.minutes + minutes) % 1440,
            }
        }
    }
}

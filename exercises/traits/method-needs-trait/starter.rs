pub mod units {
    pub trait ToMetres {
        fn yards(self) -> u32;
    }

    impl ToMetres for u32 {
        fn yards(self) -> u32 {
            self * 9144 / 10000
        }
    }
}

pub fn pitch() -> u32 {
    110u32.yards()
}

pub mod units {
    pub trait ToMetres {}

    impl ToMetres for u32 {
        fn yards(self) -> u32 {
            self * 9144 / 10000
        }
    }
}

use units::ToMetres;

pub fn pitch() -> u32 {
    110u32.yards()
}

pub mod metric {
    pub fn length(km: u32) -> u32 {
        km * 1000
    }
}

pub mod nautical {
    pub fn length(miles: u32) -> u32 {
        miles * 1852
    }
}

use metric::length;

pub fn route(a: u32, b: u32) -> u32 {
    length(a) + length(b)
}

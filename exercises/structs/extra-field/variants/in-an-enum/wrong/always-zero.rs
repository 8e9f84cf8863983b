#[derive(Debug, PartialEq)]
pub struct Sign {
    pub seconds: u32,
}

pub fn wait(minutes: u32) -> Sign {
    Sign {
        seconds: minutes / 60,
    }
}

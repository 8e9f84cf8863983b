#[derive(Debug, PartialEq)]
pub struct Settings {
    pub volume: u8,
    pub muted: bool,
    pub speed: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            volume: 5,
            muted: false,
            speed: 1,
        }
    }
}

pub fn loud() -> Settings {
    Settings {
        volume: 9,
        muted: false,
        speed: 0,
    }
}

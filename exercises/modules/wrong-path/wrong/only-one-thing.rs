pub mod house {
    pub mod cellar {
        pub fn wine() -> &'static str {
            "wine"
        }
    }
    pub mod kitchen {
        pub fn pasta() -> &'static str {
            "pasta"
        }
    }
}

use house::kitchen::pasta;

pub fn dinner() -> String {
    format!("{} and {}", pasta(), pasta())
}

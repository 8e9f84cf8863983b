pub mod house {

    pub mod kitchen {
        pub fn wine() -> &'static str {
            "wine"
        }
        pub fn pasta() -> &'static str {
            "pasta"
        }
    }
}

use house::kitchen::pasta;
use house::kitchen::wine;

pub fn dinner() -> String {
    format!("{} and {}", pasta(), wine())
}

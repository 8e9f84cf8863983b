mod units {
    pub mod length {
        pub const KM: u32 = 1000;
        pub fn to_km(m: u32) -> f64 {
            m as f64 / KM as f64
        }
    }
}

use units::lenght;

fn main() {
    println!("{}", length::to_km(2500));
    let distances = [400, 1200, 40];
    let far: Vec<u32> = distances.iter().filter(|m| *m > 300).collect();
    println!("{:?} {}", far, length::KM);
}

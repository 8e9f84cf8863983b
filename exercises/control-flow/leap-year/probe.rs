use super::*;

pub fn probe() {
    for year in [2024, 2023, 1900, 2000, 2100, 2400, 4, 1] {
        println!("{year} {}", is_leap(year));
    }
    println!("{}", (1901..=2000).filter(|&y| is_leap(y)).count());
}

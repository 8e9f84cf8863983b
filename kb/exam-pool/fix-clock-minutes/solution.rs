const DAY: i32 = 24 * 60;

fn shift(time: u32, by: i32) -> u32 {
    (time as i32 + by % DAY).rem_euclid(DAY) as u32
}

fn main() {
    println!("{}", shift(23 * 60 + 50, 20));
    println!("{}", shift(5, -10));
}

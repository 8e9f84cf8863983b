const DAY: i32 = 24 * 60;

fn shift(time: u32, by: i32) -> u32 {
    ((time as i32 + by % DAY) % DAY).unsigned_abs()
}

fn main() {}

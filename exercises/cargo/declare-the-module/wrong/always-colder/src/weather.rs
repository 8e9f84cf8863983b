pub fn feels_like(degrees: i32, wind: u32) -> i32 {
    degrees - (wind as i32 + 1).signum() * 2
}

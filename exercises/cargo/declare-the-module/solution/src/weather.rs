pub fn feels_like(degrees: i32, wind: u32) -> i32 {
    if wind > 15 { degrees - 2 } else { degrees }
}

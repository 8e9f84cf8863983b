pub fn quarter(x: i32, y: i32) -> u8 {
    if x == 0 && y == 0 {
        0
    } else if y > 0 {
        if x > 0 { 1 } else { 2 }
    } else if x < 0 {
        3
    } else {
        4
    }
}

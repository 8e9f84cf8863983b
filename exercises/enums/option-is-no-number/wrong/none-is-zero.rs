pub fn next_seat(last: Option<u32>) -> u32 {
    match last {
        Some(seat) => seat + 1,
        None => 0,
    }
}

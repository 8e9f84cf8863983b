pub fn next_seat(last: Option<u32>) -> u32 {
    last + 1
}

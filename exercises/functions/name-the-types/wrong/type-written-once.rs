pub fn tiles(wide, high, spare: u32) -> u32 {
    return wide * high + spare;
}

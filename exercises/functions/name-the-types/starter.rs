pub fn tiles(wide, high, spare: u32) -> u32 {
    wide * high + spare
}

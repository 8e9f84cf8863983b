pub fn tiles(wide: u32, high: u32, spare: u32) -> u32 {
    wide * high + spare
}

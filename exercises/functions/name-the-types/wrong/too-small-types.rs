pub fn tiles(wide: u8, high: u8, spare: u32) -> u32 {
    (wide * high) as u32 + spare
}

pub fn area_in_feet(side: u32) -> u32 {
    shapes::square_in_feet(f64::from(side))
}

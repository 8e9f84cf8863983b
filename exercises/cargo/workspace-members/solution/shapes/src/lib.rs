pub fn square_in_feet(side: f64) -> u32 {
    units::square_feet(side * side)
}

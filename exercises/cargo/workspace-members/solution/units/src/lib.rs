/// Square feet in so many square metres, rounded down.
pub fn square_feet(square_metres: f64) -> u32 {
    (square_metres * 10.7639) as u32
}

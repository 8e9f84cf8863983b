pub fn pack(rain: u8) -> &'static str {
    let mut thing = "hat";
    if rain >= 50 {
        thing = "umbrella";
    }
    thing
}

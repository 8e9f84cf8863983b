pub fn pack(rain: u8) -> &'static str {
    let thing = "hat";
    if rain >= 50 {
        let thing = "umbrella";
        let _ = thing;
    }
    thing
}

pub fn measure(feet: u32) -> (u32, u32, u32) {
    let yards = feet / 3;
    (feet / 1760, yards % 1760, feet % 3)
}

pub fn measure(feet: u32) -> (u32, u32, u32) {
    let yards = feet / 3;
    (yards / 1760, yards, feet % 3)
}

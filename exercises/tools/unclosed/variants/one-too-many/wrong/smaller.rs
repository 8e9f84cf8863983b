pub fn best(a: u32, b: u32) -> u32 {
    let larger = if a < b { a } else { b };
    if larger < 10 {
        return larger * 2;
    }
    larger
}

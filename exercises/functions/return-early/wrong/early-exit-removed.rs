pub fn seats(people: u32) -> u32 {
    (people - 1) / 6 + 1
}

pub fn seats(people: u32) -> u32 {
    if people == 0 {
        return 1;
    }
    (people - 1) / 6 + 1
}

pub fn first_letter(name: &str) -> char {
    name.bytes().next().map_or('?', |b| b as char)
}

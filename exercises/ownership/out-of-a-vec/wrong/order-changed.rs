pub fn pick(shelf: &mut Vec<String>, place: usize) -> String {
    shelf.swap_remove(place)
}

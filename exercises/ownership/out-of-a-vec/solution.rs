pub fn pick(shelf: &mut Vec<String>, place: usize) -> String {
    shelf.remove(place)
}

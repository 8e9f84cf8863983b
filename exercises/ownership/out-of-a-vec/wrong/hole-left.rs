pub fn pick(shelf: &mut Vec<String>, place: usize) -> String {
    std::mem::take(&mut shelf[place])
}

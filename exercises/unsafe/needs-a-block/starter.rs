pub fn ends(list: &[i32]) -> Option<(i32, i32)> {
    if list.is_empty() {
        return None;
    }
    Some((*list.get_unchecked(0), *list.get_unchecked(list.len() - 1)))
}

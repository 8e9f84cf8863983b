pub fn ends(list: &[i32]) -> Option<(i32, i32)> {
    if list.is_empty() {
        return None;
    }
    // SAFETY: the list has at least one element, so 0 and len - 1 are in range.
    unsafe { Some((*list.get_unchecked(0), *list.get_unchecked(list.len() / 2))) }
}

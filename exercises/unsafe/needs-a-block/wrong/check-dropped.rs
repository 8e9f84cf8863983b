pub fn ends(list: &[i32]) -> Option<(i32, i32)> {
    unsafe { Some((*list.get_unchecked(0), *list.get_unchecked(list.len() - 1))) }
}

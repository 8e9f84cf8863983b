pub fn swap<T>(list: &mut [T], a: usize, b: usize) {
    assert!(a < list.len() && b < list.len(), "index out of range");
    let start = list.as_mut_ptr();
    // SAFETY: both indices are in range, and ptr::swap allows equal places.
    unsafe { std::ptr::swap(start.add(a), start.add(b)) }
}

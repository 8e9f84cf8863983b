pub fn swap<T>(list: &mut [T], a: usize, b: usize) {
    todo!()
}

pub fn count<T: PartialEq>(list: &[T], wanted: &T) -> usize {
    let mut n = 0;
    for item in list {
        if item == wanted {
            n += 1;
        }
    }
    n
}

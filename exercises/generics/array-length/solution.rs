pub fn reversed<T, const N: usize>(mut list: [T; N]) -> [T; N] {
    list.reverse();
    list
}

pub fn reversed<T>(list: &mut [T]) -> &mut [T] {
    list.reverse();
    list
}

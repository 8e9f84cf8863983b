pub fn reversed<T>(mut list: [T; 3]) -> [T; 3] {
    list.reverse();
    list
}

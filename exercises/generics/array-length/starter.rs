pub fn reversed<T, ___>(mut list: [T; ___]) -> [T; ___] {
    list.reverse();
    list
}

pub fn span(list: &[i32]) -> i32 {
    let [from, to] = list;
    to - from
}

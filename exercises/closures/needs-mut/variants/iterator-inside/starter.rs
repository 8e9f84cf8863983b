pub fn three(list: &[i32]) -> i32 {
    let mut rest = list.iter();
    let next = || rest.next().copied().unwrap_or(0);
    next() + next() + next()
}

pub fn three(list: &[i32]) -> i32 {
    let mut rest = list.iter();
    let mut next = || rest.next().copied().unwrap();
    next() + next() + next()
}

pub fn three(list: &[i32]) -> i32 {
    let rest = list.iter();
    let next = || rest.clone().next().copied().unwrap_or(0);
    next() + next() + next()
}

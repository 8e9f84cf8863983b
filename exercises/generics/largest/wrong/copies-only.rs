pub fn largest<T: PartialOrd + Copy>(list: &[T]) -> Option<&T> {
    let mut best = list.first()?;
    for item in list {
        if item > best {
            best = item;
        }
    }
    Some(best)
}

fn above<T: Ord>(items: &[T], limit: &T) -> usize {
    items.iter().filter(|item| *item > limit).count()
}

fn main() {}

fn above(items: &[i32], limit: &i32) -> usize {
    items.iter().filter(|item| *item > limit).count()
}

fn main() {}

fn last_of(items: &[T]) -> Option<&T> {
    items.last()
}

fn main() {
    println!("{:?}", last_of(&[1, 2, 3]));
}

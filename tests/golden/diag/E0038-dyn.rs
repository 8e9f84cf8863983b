trait Copyable {
    fn copy(&self) -> Self;
}

fn all(items: Vec<Box<dyn Copyable>>) -> usize {
    items.len()
}

fn main() {
    println!("{}", all(Vec::new()));
}

struct Stack<T> {
    items: Vec<T>,
}

impl Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }

    fn push(&mut self, item: T) {
        self.items.push(item);
    }

    fn depth(&self) -> usize {
        self.items.len()
    }
}

fn main() {
    let mut s = Stack::new();
    s.push('a');
    s.push('b');
    println!("{}", s.depth());
    println!("{:?}", s.items.last());
}

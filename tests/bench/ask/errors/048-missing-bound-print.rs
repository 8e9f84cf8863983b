struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn show(&self) {
        for item in &self.items {
            println!("{:?}", item);
        }
    }
}

fn main() {
    let stack = Stack { items: vec![1, 2, 3] };
    stack.show();
}

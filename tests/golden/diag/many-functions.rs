#[derive(Debug)]
struct Stack<T> {
    items: Vec<T>,
}

impl<T> Stack<T> {
    fn push(&self, item: T) {
        self.items.push(item);
    }
    fn pop(&mut self) -> T {
        self.items.pop()
    }
    fn peek(&self) -> Option<T> {
        self.items.last()
    }
}

fn sum(items: &[i32]) -> i32 {
    let mut total = 0;
    for item in items {
        total += item
    }
}

fn main() {
    let s = Stack { items: vec![1, 2] };
    println!("{:?} {}", s, sum(s.items));
}

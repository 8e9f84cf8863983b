#[derive(Default)]
pub struct Stack {
    items: Vec<i32>,
}

impl Stack {
    pub fn push(&mut self, n: i32) {
        self.items.push(n);
    }

    pub fn top(&self) -> Option<i32> {
        self.items.last().copied()
    }
}

pub fn peek_twice(stack: &Stack) -> i32 {
    stack.top().unwrap_or(0) * 2
}

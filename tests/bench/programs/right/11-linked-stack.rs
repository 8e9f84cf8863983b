#[derive(Debug)]
struct Node<T> {
    value: T,
    next: Option<Box<Node<T>>>,
}

#[derive(Debug)]
pub struct Stack<T> {
    head: Option<Box<Node<T>>>,
    size: usize,
}

impl<T> Stack<T> {
    pub fn new() -> Self {
        Stack { head: None, size: 0 }
    }

    pub fn push(&mut self, value: T) {
        let next = self.head.take();
        self.head = Some(Box::new(Node { value, next }));
        self.size += 1;
    }

    pub fn pop(&mut self) -> Option<T> {
        self.head.take().map(|node| {
            self.head = node.next;
            self.size -= 1;
            node.value
        })
    }

    pub fn peek(&self) -> Option<&T> {
        self.head.as_ref().map(|n| &n.value)
    }

    pub fn len(&self) -> usize {
        self.size
    }

    pub fn to_vec(&self) -> Vec<&T> {
        let mut out = Vec::new();
        let mut at = self.head.as_ref();
        while let Some(n) = at {
            out.push(&n.value);
            at = n.next.as_ref();
        }
        out
    }
}

fn main() {
    let mut s = Stack::new();
    s.push(1);
    s.push(2);
    println!("{:?} {:?} {}", s.peek(), s.to_vec(), s.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_in_first_out() {
        let mut s = Stack::new();
        s.push("a");
        s.push("b");
        assert_eq!(s.pop(), Some("b"));
        assert_eq!(s.pop(), Some("a"));
        assert_eq!(s.pop(), None);
    }

    #[test]
    fn length_follows() {
        let mut s = Stack::new();
        s.push(5);
        s.push(6);
        s.pop();
        assert_eq!(s.len(), 1);
    }

    #[test]
    fn peek_does_not_remove() {
        let mut s = Stack::new();
        s.push('x');
        assert_eq!(s.peek(), Some(&'x'));
        assert_eq!(s.to_vec(), vec![&'x']);
    }
}

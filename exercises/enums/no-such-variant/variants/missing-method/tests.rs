use super::*;

#[test]
fn top_doubled() {
    let mut stack = Stack::default();
    assert_eq!(peek_twice(&stack), 0, "an empty stack");
    stack.push(4);
    stack.push(7);
    assert_eq!(peek_twice(&stack), 14, "twice the top");
}

use std::cell::RefCell;
use std::rc::Rc;

struct Node {
    value: i32,
    children: Vec<Rc<RefCell<Node>>>,
}

fn sum(node: &Rc<RefCell<Node>>) -> i32 {
    let n = node.borrow();
    node.value + n.children.iter().map(sum).sum::<i32>()
}

fn main() {
    let leaf = Rc::new(RefCell::new(Node { value: 3, children: vec![] }));
    let root = Rc::new(RefCell::new(Node {
        value: 1,
        children: vec![leaf],
    }));
    println!("{}", sum(&root));
    leaf.borrow_mut().value = 10;
    println!("{}", sum(&root));
}

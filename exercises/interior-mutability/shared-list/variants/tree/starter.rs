use std::cell::RefCell;
use std::rc::{Rc, Weak};

pub struct Node {
    name: String,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

impl Node {
    pub fn new(name: &str) -> Rc<Node> {
        Rc::new(Node {
            name: name.to_string(),
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(Vec::new()),
        })
    }
}

pub fn add(parent: &Rc<Node>, child: &Rc<Node>) {
    todo!()
}

pub fn path(node: &Rc<Node>) -> String {
    todo!()
}

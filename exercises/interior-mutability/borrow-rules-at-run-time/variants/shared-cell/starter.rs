use std::cell::{Cell, RefCell};
use std::rc::Rc;

fn main() {
    let a = Rc::new(Cell::new(1));
    let b = Rc::clone(&a);
    b.set(a.get() + 4);
    println!("{} {}", a.get(), a.take());
    println!("{}", b.get());
    let list = RefCell::new(vec![1]);
    let copy = list.clone();
    list.borrow_mut().push(2);
    println!("{} {}", list.borrow().len(), copy.borrow().len());
}

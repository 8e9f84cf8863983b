use std::cell::RefCell;

fn main() {
    let notes = RefCell::new(vec!["buy milk"]);
    let view = notes.borrow();
    notes.borrow_mut().push("call Lea");
    println!("{}", view.len());
}

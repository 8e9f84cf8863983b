use std::cell::RefCell;

fn main() {
    let cell = RefCell::new(5);
    let a = cell.borrow();
    println!("{}", cell.try_borrow().is_ok());
    println!("{}", cell.try_borrow_mut().is_ok());
    drop(a);
    {
        let mut b = cell.borrow_mut();
        *b += 1;
        println!("{}", cell.try_borrow().is_ok());
    }
    println!("{} {:?}", cell.borrow(), cell.try_borrow_mut().is_ok());
    println!("{} {:?}", cell.replace(1), cell);
}

use std::cell::{Cell, OnceCell};

fn main() {
    let once = OnceCell::new();
    println!("{:?}", once.get());
    println!("{}", once.get_or_init(|| 3));
    println!("{}", once.get_or_init(|| 9));
    println!("{:?} {:?}", once.set(4), once.get());
    let (x, y) = (Cell::new('x'), Cell::new('y'));
    x.swap(&y);
    println!("{}{} {}", x.get(), y.get(), x.replace('z'));
}

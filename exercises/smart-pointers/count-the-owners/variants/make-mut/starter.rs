use std::rc::Rc;

fn main() {
    let mut a = Rc::new(vec![1, 2]);
    let b = Rc::clone(&a);
    Rc::make_mut(&mut a).push(3);
    println!("{a:?} {b:?}");
    println!("{}", Rc::ptr_eq(&a, &b));
    Rc::make_mut(&mut a).push(4);
    println!("{:?} {}", a, Rc::strong_count(&b));
    let mut c = Rc::new(5);
    println!("{:?}", Rc::get_mut(&mut c));
    let d = c.clone();
    println!("{:?} {d}", Rc::get_mut(&mut c));
}

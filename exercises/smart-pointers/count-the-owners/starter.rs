use std::rc::Rc;

struct Cake(&'static str);

impl Drop for Cake {
    fn drop(&mut self) {
        println!("{} eaten", self.0);
    }
}

fn main() {
    let a = Rc::new(Cake("apple"));
    let b = Rc::clone(&a);
    let w = Rc::downgrade(&a);
    {
        let _c = Rc::clone(&b);
        println!("{}", Rc::strong_count(&a));
    }
    println!("{}", Rc::strong_count(&a));
    drop(a);
    println!("{}", w.upgrade().is_some());
    drop(b);
    println!("{}", w.upgrade().is_some());
}

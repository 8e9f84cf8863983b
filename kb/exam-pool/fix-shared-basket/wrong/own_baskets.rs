use std::cell::RefCell;
use std::rc::Rc;

type Basket = Rc<RefCell<Vec<String>>>;

struct Shopper {
    basket: Basket,
}

impl Shopper {
    fn new(basket: &Basket) -> Shopper {
        Shopper {
            basket: Rc::new(RefCell::clone(basket)),
        }
    }

    fn put(&self, thing: &str) {
        self.basket.borrow_mut().push(thing.to_string());
    }
}

fn empty_basket() -> Basket {
    Rc::default()
}

fn things(basket: &Basket) -> Vec<String> {
    basket.borrow().clone()
}

fn main() {}

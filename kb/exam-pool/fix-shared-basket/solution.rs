use std::cell::RefCell;
use std::rc::Rc;

type Basket = Rc<RefCell<Vec<String>>>;

struct Shopper {
    basket: Basket,
}

impl Shopper {
    fn new(basket: &Basket) -> Shopper {
        Shopper {
            basket: Rc::clone(basket),
        }
    }

    fn put(&self, thing: &str) {
        self.basket.borrow_mut().push(thing.to_string());
    }
}

fn empty_basket() -> Basket {
    Rc::new(RefCell::new(Vec::new()))
}

fn things(basket: &Basket) -> Vec<String> {
    basket.borrow().clone()
}

fn main() {
    let basket = empty_basket();
    let (ada, bo) = (Shopper::new(&basket), Shopper::new(&basket));
    ada.put("tea");
    bo.put("jam");
    println!("{:?}", things(&basket));
}

use std::cell::RefCell;
use std::collections::HashMap;

struct Memo {
    slow: fn(&Memo, u64) -> u64,
    known: RefCell<HashMap<u64, u64>>,
}

impl Memo {
    fn new(slow: fn(&Memo, u64) -> u64) -> Memo {
        let known = RefCell::new(HashMap::new());
        Memo { slow, known }
    }

    fn get(&self, n: u64) -> u64 {
        let known = self.known.borrow().get(&n).copied();
        if let Some(result) = known {
            return result;
        }
        let result = (self.slow)(self, n);
        self.known.borrow_mut().insert(n, result);
        result
    }
}

fn stairs(memo: &Memo, n: u64) -> u64 {
    match n {
        0 | 1 => 1,
        _ => memo.get(n - 1) + memo.get(n - 2),
    }
}

fn main() {
    let memo = Memo::new(stairs);
    println!("{}", memo.get(50));
}

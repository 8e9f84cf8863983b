trait Animal {
    fn feed(&mut self, grams: u32);
}

struct Cat {
    weight: u32,
}

impl Animal for Cat {
    fn feed(&self, grams: u32) {
        println!("{} + {}", self.weight, grams);
    }
}

fn main() {
    let mut cat = Cat { weight: 4000 };
    cat.feed(80);
}

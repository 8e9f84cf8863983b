struct Shop {
    stock: Vec<(String, u32)>,
    log: Vec<String>,
}

impl Shop {
    fn new(stock: &[(&str, u32)]) -> Shop {
        let stock = stock.iter().map(|(name, n)| (name.to_string(), *n));
        Shop {
            stock: stock.collect(),
            log: Vec::new(),
        }
    }

    fn note(&mut self, name: &str) {
        let line = format!("{}: {name}", self.log.len() + 1);
        self.log.push(line);
    }

    fn sell_one_each(&mut self) {
        for (name, count) in &mut self.stock {
            if *count > 0 {
                *count -= 1;
                self.note(name);
            }
        }
    }
}

fn main() {
    let mut shop = Shop::new(&[("tea", 2), ("milk", 0)]);
    shop.sell_one_each();
    println!("{:?} {:?}", shop.stock, shop.log);
}

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
        for (name, count) in &mut self.stock.clone() {
            if *count > 0 {
                *count -= 1;
                self.note(name);
            }
        }
    }
}

fn main() {}

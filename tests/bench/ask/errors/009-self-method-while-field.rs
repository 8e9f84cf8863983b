struct Till {
    sales: Vec<u32>,
    sum: u32,
}

impl Till {
    fn add(&mut self, cents: u32) {
        self.sum += cents;
    }
    fn recount(&mut self) {
        self.sum = 0;
        for cents in self.sales.iter() {
            self.add(*cents);
        }
    }
}

fn main() {
    let mut till = Till { sales: vec![120, 340], sum: 0 };
    till.recount();
    println!("{}", till.sum);
}

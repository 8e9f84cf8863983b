trait Scale {
    fn scale(&self, factor: f64) -> Self;
}

#[derive(Debug)]
struct Price {
    cents: f64,
}

impl Scale for Price {
    fn scale(&self, factor: i32) -> Self {
        Price { cents: self.cents * factor  as f64 }
    }
}

fn main() {
    let p = Price { cents: 250.0 };
    let q = p.scale(1.5);
    println!("{} -> {}", p.cents, q.cents);
}

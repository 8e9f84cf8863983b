struct Shop {
    name: String,
}

impl Shop {
    fn sign(&self, _colour: &str) -> &str {
        &self.name
    }
}

fn first(text: &str, _n: usize) -> &str {
    text
}

fn both(a: &str, _b: &str) -> &str {
    a
}

fn main() {
    let shop = Shop {
        name: String::from("Tea"),
    };
    println!("{}", both(shop.sign("red"), first("x", 1)));
}

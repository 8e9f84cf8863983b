struct Shop {
    name: String,
}

impl Shop {
    fn open(name: &str) -> Shop {
        Shop { name: name.to_string() }
    }
}

fn main() {
    let shop = Shop::new("tea");
    println!("{}", shop.name);
}

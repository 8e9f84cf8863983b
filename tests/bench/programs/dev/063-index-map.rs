struct Inventory {
    slots: Vec<(String, u32)>,
}

impl Inventory {
    fn add(&mut self, name: &str, n: u32) {
        self.slots.push((name.to_string(), n));
    }
}

fn main() {
    let mut inv = Inventory { slots: Vec::new() };
    inv.add("rope", 2);
    inv.add("lamp", 1);
    let (name, n) = &inv[0];
    println!("{name} x{n}");
    println!("{}", inv.slots.len());
}

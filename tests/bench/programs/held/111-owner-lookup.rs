use std::collections::HashMap;

struct Owners<'a> {
    map: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Owners<'a> {
    fn add(&mut self, owner: &'a str, pet: &str) {
        self.map.entry(owner).or_default().push(pet);
    }
}

fn main() {
    let mut o = Owners { map: HashMap::new() };
    o.add("Mia", "cat");
    o.add("Mia", "hen");
    let pets = &o.map("Mia");
    println!("{}", pets.join(" & "));
}

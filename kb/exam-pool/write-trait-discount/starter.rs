trait Rule {
    fn apply(&self, cents: u32) -> u32;
}

struct Percent(u32);

struct AtLeast(u32);

// The two rules do not implement the trait yet.

fn final_price(cents: u32, rules: &[Box<dyn Rule>]) -> u32 {
    todo!()
}

impl Rule for Percent {
    fn apply(&self, cents: u32) -> u32 {
        todo!()
    }
}

impl Rule for AtLeast {
    fn apply(&self, cents: u32) -> u32 {
        todo!()
    }
}

fn main() {
    let rules: Vec<Box<dyn Rule>> = vec![Box::new(Percent(15)), Box::new(AtLeast(900))];
    println!("{}", final_price(1000, &rules));
}

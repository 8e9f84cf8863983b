trait Rule {
    fn apply(&self, cents: u32) -> u32;
}

struct Percent(u32);

struct AtLeast(u32);

impl Rule for Percent {
    fn apply(&self, cents: u32) -> u32 {
        let kept = u64::from(cents) * u64::from(100 - self.0) / 100;
        kept as u32
    }
}

impl Rule for AtLeast {
    fn apply(&self, cents: u32) -> u32 {
        cents.max(self.0)
    }
}

fn final_price(cents: u32, rules: &[Box<dyn Rule>]) -> u32 {
    rules.iter().fold(cents, |price, rule| rule.apply(price))
}

fn main() {
    let rules: Vec<Box<dyn Rule>> = vec![Box::new(Percent(15)), Box::new(AtLeast(900))];
    println!("{}", final_price(1000, &rules));
}

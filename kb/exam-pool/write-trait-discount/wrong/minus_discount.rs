trait Rule {
    fn apply(&self, cents: u32) -> u32;
}

struct Percent(u32);

struct AtLeast(u32);

impl Rule for Percent {
    fn apply(&self, cents: u32) -> u32 {
        (u64::from(cents) - u64::from(cents) * u64::from(self.0) / 100) as u32
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

fn main() {}

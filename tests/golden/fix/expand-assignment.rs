#[derive(Debug, Clone, Copy)]
struct Money(u32);

impl std::ops::Add for Money {
    type Output = Money;

    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

fn main() {
    let mut sum = Money(1);
    sum += Money(2);
    println!("{sum:?}");
}

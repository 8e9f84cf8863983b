mod bank {
    pub struct Card {
        pub number: u64,
        pin: u16,
    }
    impl Card {
        pub fn ok(&self, pin: u16) -> bool {
            self.pin == pin
        }
    }
}

fn main() {
    let card = bank::Card { number: 4000, pin: 1234 };
    println!("{} {}", card.number, card.ok(1234));
}

struct Deck {
    cards: Vec<String>,
}

impl Deck {
    fn top_or<'a>(&'a self, other: &str) -> &'a str {
        match self.cards.last() {
            Some(card) => card,
            None => other,
        }
    }
}

fn main() {
    let deck = Deck { cards: vec![] };
    println!("{}", deck.top_or("joker"));
}

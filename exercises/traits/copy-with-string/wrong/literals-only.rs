#[derive(Debug, PartialEq, Clone, Copy)]
pub struct Card {
    pub name: &'static str,
    pub rank: u8,
}

pub fn twins(card: Card) -> (Card, Card) {
    (card, card)
}

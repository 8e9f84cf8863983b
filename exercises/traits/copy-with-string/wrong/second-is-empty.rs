#[derive(Debug, PartialEq, Clone)]
pub struct Card {
    pub name: String,
    pub rank: u8,
}

pub fn twins(card: Card) -> (Card, Card) {
    (
        card,
        Card {
            name: String::new(),
            rank: 0,
        },
    )
}

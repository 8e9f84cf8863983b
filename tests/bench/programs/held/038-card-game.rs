enum Card {
    Number(u8),
    Face(u8),
    Joker,
}

fn points(card: &Card) -> u32 {
    match card {
        Card::Number(n) | Card::Face(f) => *n as u32,
        Card::Joker => 20,
    }
}

fn main() {
    let hand = [Card::Number(7), Card::Face(10), Card::Joker];
    let sum: u32 = hand.iter().map(points).sum();
    println!("{sum}");
}

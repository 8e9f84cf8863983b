use super::*;

#[test]
fn two_equal_cards() {
    let (a, b) = twins(Card {
        name: String::from("queen"),
        rank: 12,
    });
    assert_eq!(a, b, "both cards are alike");
    assert_eq!(a.name, "queen", "the name is kept");
    assert_eq!(b.rank, 12, "the rank is kept");
}

#[test]
fn names_are_owned() {
    let name = format!("card {}", 7);
    let (a, _) = twins(Card { name, rank: 1 });
    assert_eq!(a.name, "card 7", "names made at run time must be possible");
}

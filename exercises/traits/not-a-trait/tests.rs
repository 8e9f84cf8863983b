use super::*;

struct Free;
impl Priced for Free {
    fn price(&self) -> u32 {
        0
    }
}

#[test]
fn books() {
    assert_eq!(
        cheapest(&[Book { cents: 900 }, Book { cents: 250 }]),
        Some(250),
        "the cheaper one"
    );
    assert_eq!(cheapest::<Book>(&[]), None, "no books");
}

#[test]
fn other_things() {
    assert_eq!(cheapest(&[Free]), Some(0), "anything with a price");
}

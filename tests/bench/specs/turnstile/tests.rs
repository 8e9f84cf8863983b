use solution::*;

#[test]
fn transitions() {
    assert_eq!(step(State::Locked, Event::Coin), State::Unlocked);
    assert_eq!(step(State::Locked, Event::Push), State::Locked);
    assert_eq!(step(State::Unlocked, Event::Push), State::Locked);
    assert_eq!(step(State::Unlocked, Event::Coin), State::Unlocked);
}

#[test]
fn people() {
    use Event::*;
    assert_eq!(admitted(&[Push, Coin, Coin, Push, Push, Coin, Push]), 2);
    assert_eq!(admitted(&[]), 0);
}

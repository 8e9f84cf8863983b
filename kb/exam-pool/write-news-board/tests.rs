use super::*;
use std::cell::RefCell;
use std::rc::Rc;

fn listener(
    name: &'static str,
    mut rounds: u32,
    heard: &Rc<RefCell<Vec<String>>>,
) -> impl FnMut(&str) -> bool + 'static {
    let heard = Rc::clone(heard);
    move |news| {
        rounds -= 1;
        heard.borrow_mut().push(format!("{name} {news}"));
        rounds > 0
    }
}

#[test]
fn nobody_is_called_on_an_empty_board() {
    assert_eq!(Board::new().tell("rain"), 0, "no listener");
}

#[test]
fn all_are_called_in_order() {
    let heard = Rc::default();
    let mut board = Board::new();
    for name in ["a", "b", "c"] {
        board.subscribe(listener(name, 9, &heard));
    }
    assert_eq!(board.tell("sun"), 3, "listeners called");
    assert_eq!(*heard.borrow(), ["a sun", "b sun", "c sun"], "who heard it");
}

#[test]
fn those_who_have_enough_are_removed() {
    let heard = Rc::default();
    let mut board = Board::new();
    for (name, rounds) in [("a", 1), ("b", 1), ("c", 3), ("d", 2)] {
        board.subscribe(listener(name, rounds, &heard));
    }
    let called = ["1", "2", "3", "4"].map(|news| board.tell(news));
    assert_eq!(called, [4, 2, 1, 0], "called in each round");
    let wanted = ["a 1", "b 1", "c 1", "d 1", "c 2", "d 2", "c 3"];
    assert_eq!(*heard.borrow(), wanted, "who heard what");
}

#[test]
fn removed_ones_are_dropped() {
    let heard = Rc::default();
    let mut board = Board::new();
    board.subscribe(listener("a", 1, &heard));
    board.tell("rain");
    assert_eq!(Rc::strong_count(&heard), 1, "owners of the list");
}

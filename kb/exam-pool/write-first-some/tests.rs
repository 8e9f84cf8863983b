use std::cell::Cell;

#[test]
fn the_first_some_is_taken() {
    let none: Option<i32> = None;
    assert_eq!(first_some!(none, Some(2), Some(3)), Some(2), "the second");
    assert_eq!(first_some!(Some(1), none), Some(1), "the first");
    assert_eq!(first_some!(none, none, none, Some(4)), Some(4), "the last");
}

#[test]
fn all_none_gives_none() {
    let none: Option<&str> = None;
    assert_eq!(first_some!(none), None, "a single one");
    assert_eq!(first_some!(none, none, none), None, "three of them");
}

#[test]
fn a_comma_at_the_end_is_fine() {
    let none: Option<i32> = None;
    assert_eq!(first_some!(Some(5),), Some(5), "one and a comma");
    assert_eq!(first_some!(none, Some(6),), Some(6), "two and a comma");
}

#[test]
fn no_more_work_than_needed() {
    let calls = Cell::new(0);
    let ask = |answer: Option<i32>| {
        calls.set(calls.get() + 1);
        answer
    };
    let found = first_some!(ask(None), ask(Some(7)), ask(Some(8)));
    assert_eq!(found, Some(7), "the second answer");
    assert_eq!(calls.get(), 2, "calls that were made");
}

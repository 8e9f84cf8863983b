use exported_macro::map;

#[allow(dead_code)]
struct BTreeMap;

#[test]
fn keys_and_values() {
    let ages = map! { "ann" => 30, "bo" => 4 };
    assert_eq!(ages.len(), 2, "two keys");
    assert_eq!((ages["ann"], ages["bo"]), (30, 4), "their values");
}

#[test]
fn comma_and_later_values() {
    let squares = map! { 1 => 1 + 1, 2 => 4, 1 => 1, };
    assert_eq!(
        squares.into_iter().collect::<Vec<_>>(),
        [(1, 1), (2, 4)],
        "the later value wins"
    );
}

#[test]
fn empty() {
    let none: std::collections::BTreeMap<u8, u8> = map! {};
    assert!(none.is_empty(), "an empty map");
}

#[test]
fn names_do_not_clash() {
    let map = 5;
    let doubled = exported_macro::map! { "five" => map };
    assert_eq!(
        doubled["five"], 5,
        "a variable called map can be used as a value"
    );
}

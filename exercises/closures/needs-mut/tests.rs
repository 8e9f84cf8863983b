use super::*;

#[test]
fn two_items() {
    assert_eq!(
        collect_twice("fig"),
        ["fig", "fig"],
        "the item is in the basket twice"
    );
    assert_eq!(collect_twice(""), ["", ""], "even an empty name");
}

use super::*;

#[test]
fn dinner_is_complete() {
    assert_eq!(dinner(), "pasta and wine", "both are on the table");
}

#[test]
fn modules_are_untouched() {
    assert_eq!(house::cellar::wine(), "wine", "wine is kept in the cellar");
    assert_eq!(
        house::kitchen::pasta(),
        "pasta",
        "pasta is cooked in the kitchen"
    );
}

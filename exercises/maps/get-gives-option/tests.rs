use super::*;

#[test]
fn on_the_menu() {
    let menu = HashMap::from([("soup", 5), ("cake", 4)]);
    assert_eq!(price(&menu, "soup"), 5, "soup costs 5");
    assert_eq!(price(&menu, "cake"), 4, "cake costs 4");
}

#[test]
fn not_on_the_menu() {
    let menu = HashMap::from([("soup", 5)]);
    assert_eq!(price(&menu, "steak"), 0, "what is not on the menu costs 0");
}

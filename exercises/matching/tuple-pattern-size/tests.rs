use super::*;

#[test]
fn size_is_the_second_value() {
    assert_eq!(
        size(&Order::Pizza(2, 30)),
        30,
        "two pizzas of 30 centimetres"
    );
    assert_eq!(
        size(&Order::Pizza(9, 24)),
        24,
        "nine pizzas of 24 centimetres"
    );
}

#[test]
fn drinks_have_no_size() {
    assert_eq!(size(&Order::Drink), 0, "a drink");
}

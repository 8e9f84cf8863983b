use super::*;

fn orders() -> Vec<Order> {
    vec![
        Order {
            dish: "soup",
            price: 6,
            paid: true,
        },
        Order {
            dish: "fish",
            price: 21,
            paid: false,
        },
        Order {
            dish: "cake",
            price: 10,
            paid: false,
        },
        Order {
            dish: "duck",
            price: 11,
            paid: true,
        },
    ]
}

#[test]
fn sum_of_unpaid() {
    assert_eq!(unpaid(&orders()), 31, "fish and cake are not paid");
    assert_eq!(unpaid(&[]), 0, "no orders");
}

#[test]
fn dear_dishes() {
    assert_eq!(
        dishes(&orders()),
        ["DUCK", "FISH"],
        "more than 10, sorted, in capital letters"
    );
}

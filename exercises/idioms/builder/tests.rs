use super::*;

#[test]
fn complete() {
    let pizza = Pizza::builder()
        .size(30)
        .topping("olives")
        .topping("ham")
        .build();
    let toppings = vec![String::from("olives"), String::from("ham")];
    assert_eq!(
        pizza,
        Ok(Pizza { size: 30, toppings }),
        "size and toppings in order"
    );
    assert!(
        Pizza::builder().topping("a").size(20).build().is_ok(),
        "the order of the steps does not matter"
    );
}

#[test]
fn size_missing() {
    assert_eq!(
        Pizza::builder().build(),
        Err(String::from("size is missing")),
        "no size"
    );
    let many = ["a"; 4].iter().fold(Pizza::builder(), |b, t| b.topping(t));
    assert_eq!(
        many.build(),
        Err(String::from("size is missing")),
        "a missing size is reported first"
    );
}

#[test]
fn toppings() {
    let with = |n: usize| {
        ["a"; 9][..n]
            .iter()
            .fold(Pizza::builder().size(1), |b, t| b.topping(t))
            .build()
    };
    assert!(with(3).is_ok() && with(0).is_ok(), "up to three toppings");
    assert_eq!(
        with(4),
        Err(String::from("too many toppings")),
        "four are too many"
    );
}

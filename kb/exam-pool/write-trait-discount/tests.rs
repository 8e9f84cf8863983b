use super::*;

fn rules(list: Vec<Box<dyn Rule>>) -> Vec<Box<dyn Rule>> {
    list
}

#[test]
fn rules_work_in_their_order() {
    let first = rules(vec![Box::new(Percent(15)), Box::new(AtLeast(900))]);
    assert_eq!(final_price(1000, &first), 900, "850 is raised to 900");
    let second = rules(vec![Box::new(AtLeast(900)), Box::new(Percent(15))]);
    assert_eq!(final_price(1000, &second), 850, "the other way round");
}

#[test]
fn rounded_down() {
    assert_eq!(Percent(50).apply(3), 1, "half of 3 is 1.5, so 1");
    assert_eq!(Percent(10).apply(99), 89, "90 percent of 99 is 89.1");
}

#[test]
fn ends_of_the_scale() {
    assert_eq!(Percent(0).apply(777), 777, "nothing off");
    assert_eq!(Percent(100).apply(777), 0, "all of it off");
}

#[test]
fn no_rules() {
    assert_eq!(final_price(5, &[]), 5, "the price stays");
}

#[test]
fn large_prices() {
    assert_eq!(Percent(50).apply(u32::MAX), u32::MAX / 2, "no overflow");
}

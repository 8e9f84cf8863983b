use super::*;

#[test]
fn lunch_is_served() {
    assert_eq!(lunch(), "3 loaves, 1500 grams of flour", "three loaves");
}

#[test]
fn bread_can_be_had_by_all() {
    assert_eq!(
        bakery::bread(1),
        "1 loaves, 500 grams of flour",
        "bread is for everyone"
    );
}

mod elsewhere {
    pub fn recipe(loaves: u32) -> u32 {
        loaves
    }
}

#[test]
fn recipe_stays_secret() {
    #[allow(unused_imports)]
    use super::bakery::*;
    use elsewhere::*;
    assert_eq!(
        recipe(2),
        2,
        "the recipe of the bakery must not be visible from outside"
    );
}

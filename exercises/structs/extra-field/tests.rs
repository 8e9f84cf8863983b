use super::*;

#[test]
fn kilos_become_grams() {
    assert_eq!(bake(2).grams, 2000, "two kilos are 2000 grams");
    assert_eq!(bake(0).grams, 0, "no dough, no bread");
}

#[test]
fn fresh_bread_is_whole() {
    assert!(!bake(1).sliced, "it is not sliced");
}

use super::*;

#[test]
fn three_generations() {
    let ada = born("Ada", Some(born("Anna", Some(born("Eve", None)))));
    assert_eq!(line(&ada), ["Ada", "Anna", "Eve"], "back to the oldest");
}

#[test]
fn mother_unknown() {
    assert_eq!(line(&born("X", None)), ["X"], "only herself");
}

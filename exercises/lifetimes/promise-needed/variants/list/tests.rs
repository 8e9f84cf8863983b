use super::*;

#[test]
fn each_once() {
    let own = String::from("b");
    let mut list = vec!["a"];
    note(&mut list, &own);
    note(&mut list, "a");
    note(&mut list, "b");
    assert_eq!(list, ["a", "b"], "each word once, in order");
}

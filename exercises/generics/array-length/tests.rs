use super::*;

#[test]
fn numbers() {
    let three: [i32; 3] = reversed([1, 2, 3]);
    assert_eq!(three, [3, 2, 1], "an array of three");
    assert_eq!(reversed([0.5]), [0.5], "an array of one");
}

#[test]
fn texts() {
    let list = reversed([String::from("a"), String::from("b")]);
    assert_eq!(list, ["b", "a"], "owned texts, without copies");
    assert_eq!(reversed::<u8, 0>([]), [], "an empty array");
}

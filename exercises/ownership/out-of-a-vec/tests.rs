use super::*;

#[test]
fn taken_from_the_middle() {
    let mut shelf = vec![
        String::from("a"),
        String::from("b"),
        String::from("c"),
        String::from("d"),
    ];
    assert_eq!(pick(&mut shelf, 1), "b", "the book at place 1");
    assert_eq!(
        shelf,
        ["a", "c", "d"],
        "the others close the gap and keep their order"
    );
}

#[test]
fn taken_from_the_end() {
    let mut shelf = vec![String::from("x"), String::from("y")];
    assert_eq!(pick(&mut shelf, 1), "y", "the last book");
    assert_eq!(shelf, ["x"], "one book is left");
}

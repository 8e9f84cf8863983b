use super::*;

#[test]
fn both_kinds() {
    assert_eq!(shape(0).name(), "circle", "no sides");
    assert_eq!(shape(5).name(), "polygon with 5 sides", "five sides");
}

#[test]
fn in_one_list() {
    let names: Vec<String> = [shape(0), shape(3)].iter().map(|s| s.name()).collect();
    assert_eq!(
        names,
        ["circle", "polygon with 3 sides"],
        "both can be kept in one list"
    );
}

use super::*;

#[test]
fn more_marks_win() {
    assert_eq!(funnier("hey!", "ho!!"), "ho!!", "two marks beat one");
    assert_eq!(funnier("!!!", "no"), "!!!", "three marks beat none");
}

#[test]
fn equal_gives_the_first() {
    assert_eq!(
        funnier("a!", "b!"),
        "a!",
        "with the same number the first text wins"
    );
}

#[test]
fn owned_texts() {
    let one = String::from("one!");
    let result;
    {
        let two = String::from("two");
        result = funnier(&one, &two).to_string();
    }
    assert_eq!(result, "one!", "texts from the heap work too");
}

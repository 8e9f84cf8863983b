use super::*;

fn wrong(part: &str) -> Result<Vec<u32>, String> {
    Err(part.to_string())
}

#[test]
fn numbers_and_ranges() {
    assert_eq!(pages("1-3,7"), Ok(vec![1, 2, 3, 7]), "a range and a number");
    assert_eq!(pages("5"), Ok(vec![5]), "one number");
    assert_eq!(pages("4-4"), Ok(vec![4]), "a range of one page");
}

#[test]
fn the_order_is_that_of_the_user() {
    assert_eq!(
        pages("9,2,2-3"),
        Ok(vec![9, 2, 2, 3]),
        "not sorted, 2 twice"
    );
}

#[test]
fn blanks_do_no_harm() {
    assert_eq!(pages(" 1 - 2 , 8 "), Ok(vec![1, 2, 8]), "blanks everywhere");
}

#[test]
fn the_wrong_part_is_named() {
    assert_eq!(pages("4, x"), wrong("x"), "no number");
    assert_eq!(pages("1,3-,5"), wrong("3-"), "half a range");
    assert_eq!(pages("1-2-3"), wrong("1-2-3"), "three numbers");
}

#[test]
fn empty_parts_are_wrong() {
    assert_eq!(pages(""), wrong(""), "nothing at all");
    assert_eq!(pages("1,,2"), wrong(""), "two commas");
    assert_eq!(pages("1,"), wrong(""), "a comma at the end");
}

#[test]
fn pages_that_cannot_be() {
    assert_eq!(pages("0"), wrong("0"), "page 0");
    assert_eq!(pages("0-2"), wrong("0-2"), "from page 0");
    assert_eq!(pages("3-1"), wrong("3-1"), "backwards");
}

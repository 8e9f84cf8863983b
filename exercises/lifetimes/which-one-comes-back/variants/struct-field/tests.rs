use super::*;

#[test]
fn first_line() {
    let page = String::from("News\nIt rained.");
    assert_eq!(headline(&page).text, "News", "the first line only");
}

#[test]
fn empty_page() {
    assert_eq!(headline("").text, "", "an empty page has an empty headline");
}

use super::*;

fn shelf(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|t| t.to_string()).collect()
}

#[test]
fn either_shelf_may_win() {
    let (a, b) = (shelf(&["Dune"]), shelf(&["Emma", "Middlemarch"]));
    assert_eq!(longest(&a, &b), Some("Middlemarch"), "from the right shelf");
    assert_eq!(longest(&b, &a), Some("Middlemarch"), "from the left shelf");
}

#[test]
fn the_first_of_equals_wins() {
    let (a, b) = (shelf(&["Dune"]), shelf(&["Emma"]));
    assert_eq!(longest(&a, &b), Some("Dune"), "both have four letters");
}

#[test]
fn empty_shelves() {
    assert_eq!(longest(&[], &[]), None, "no titles");
    assert_eq!(longest(&[], &shelf(&["It"])), Some("It"), "one title");
}

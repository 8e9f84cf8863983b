use super::*;

fn people(n: usize) -> Vec<String> {
    (0..n).map(|i| i.to_string()).collect()
}

#[test]
fn last_row_shorter() {
    assert_eq!(rows(people(3), 2), [vec!["0", "1"], vec!["2"]], "two rows");
}

#[test]
fn no_empty_row() {
    assert_eq!(rows(people(4), 2).len(), 2, "no third row");
    assert!(rows(people(0), 3).is_empty(), "nobody, no row");
}

#[test]
fn there_and_back() {
    assert_eq!(flat(rows(people(7), 3)), people(7), "flat undoes rows");
}

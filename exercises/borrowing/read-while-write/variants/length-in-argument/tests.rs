use super::*;

#[test]
fn longer_lines_get_a_star() {
    let mut lines: Vec<String> = ["aa", "bbb", "c", "dd", "eeee"].map(String::from).into();
    mark(&mut lines);
    assert_eq!(
        lines,
        ["aa", "*bbb", "c", "dd", "*eeee"],
        "only lines longer than the first"
    );
}

#[test]
fn no_lines() {
    let mut lines = vec![];
    mark(&mut lines);
    assert!(lines.is_empty(), "nothing to mark");
}

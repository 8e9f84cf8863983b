use super::*;

fn check(input: &[&str], expected: &[&str]) {
    let mut names: Vec<String> = input.iter().map(|name| name.to_string()).collect();
    first_times(&mut names);
    assert_eq!(names, expected, "first occurrences of {input:?}");
}

#[test]
fn order_stays() {
    check(&["bo", "al", "bo", "cy", "al"], &["bo", "al", "cy"]);
}

#[test]
fn many_in_a_row() {
    check(&["a", "a", "a", "b", "b"], &["a", "b"]);
    check(&["b", "a", "a", "a"], &["b", "a"]);
}

#[test]
fn nothing_to_do() {
    check(&[], &[]);
    check(&["x", "X"], &["x", "X"]);
}

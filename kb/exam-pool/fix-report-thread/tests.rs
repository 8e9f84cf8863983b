use super::*;

#[test]
fn lines_and_long_lines() {
    let handle = start_report("a\nbcd\n".to_string(), 2);
    assert_eq!(
        handle.join().unwrap(),
        (2, 1),
        "two lines, one of them long"
    );
}

#[test]
fn exactly_the_width_is_not_long() {
    let handle = start_report("ab\nabc".to_string(), 2);
    assert_eq!(handle.join().unwrap(), (2, 1), "`ab` just fits");
}

#[test]
fn several_reports_at_once() {
    let texts = ["", "x", "x\ny"];
    let handles: Vec<_> = texts
        .iter()
        .map(|t| start_report(t.to_string(), 0))
        .collect();
    let counts: Vec<_> = handles.into_iter().map(|h| h.join().unwrap()).collect();
    assert_eq!(counts, [(0, 0), (1, 1), (2, 2)], "three texts");
}

use super::*;

#[test]
fn empty_log() {
    let mut log = vec![];
    assert_eq!(visit(&mut log), 1, "only the first word was counted");
    assert_eq!(log, ["in", "out"], "both words, in this order");
}

#[test]
fn longer_log() {
    let mut log = vec!["in", "out"];
    assert_eq!(visit(&mut log), 3, "two old words and one new");
    assert_eq!(log.len(), 4, "two words were added");
}

use super::*;

const LOG: &str =
    "info started\nerror disk full\n\ninformation\nerror no power\nwarn error\nerror\n";
#[test]
fn error_texts() {
    assert_eq!(
        errors(LOG),
        ["disk full", "no power"],
        "without the first word"
    );
}

#[test]
fn both_counts() {
    assert_eq!(counts(LOG), (3, 1), "whole first words only");
    assert_eq!(counts(""), (0, 0), "an empty log");
}

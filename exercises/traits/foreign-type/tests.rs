use super::*;

#[test]
fn joined_by_dashes() {
    assert_eq!(
        Scores(vec![1, 0, 3]).to_string(),
        "1 - 0 - 3",
        "dashes between the scores"
    );
}

#[test]
fn short_lists() {
    assert_eq!(
        Scores(vec![7]).to_string(),
        "7",
        "no dash for a single score"
    );
    assert_eq!(Scores(vec![]).to_string(), "", "no score");
}

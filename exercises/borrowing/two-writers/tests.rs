use super::*;

#[test]
fn point_moves_from_first_to_last() {
    let mut scores = vec![5, 1, 2];
    trade(&mut scores);
    assert_eq!(scores, [4, 1, 3], "one less in front, one more at the end");
}

#[test]
fn two_players() {
    let mut scores = vec![0, 0];
    trade(&mut scores);
    assert_eq!(scores, [-1, 1], "scores may go below zero");
}

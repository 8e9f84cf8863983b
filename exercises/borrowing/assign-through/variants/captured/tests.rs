use super::*;

#[test]
fn added() {
    let mut score = Score { points: 4 };
    assert_eq!(play(&mut score, 3), 7, "the new score");
    assert_eq!(score.points, 7, "it stays");
}

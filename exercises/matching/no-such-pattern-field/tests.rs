use super::*;

#[test]
fn late() {
    assert_eq!(
        wait(&Train::Late { minutes: 20 }),
        25,
        "the delay and 5 minutes"
    );
    assert_eq!(
        wait(&Train::Late { minutes: 0 }),
        5,
        "late by nothing still counts as late"
    );
}

#[test]
fn on_time() {
    assert_eq!(wait(&Train::OnTime), 0, "no waiting");
}

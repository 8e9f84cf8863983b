use super::*;

#[test]
fn third_and_sixth() {
    let mut ring = every_third();
    let list: Vec<bool> = (0..7).map(|_| ring()).collect();
    assert_eq!(
        list,
        [false, false, true, false, false, true, false],
        "the third and the sixth call"
    );
}

#[test]
fn apart() {
    let (mut a, mut b) = (every_third(), every_third());
    a();
    a();
    assert!(!b(), "the first call of b");
    assert!(a(), "the third call of a");
}

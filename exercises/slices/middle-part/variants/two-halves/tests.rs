use super::*;

#[test]
fn even() {
    assert_eq!(
        teams(&[1, 2, 3, 4]),
        (&[1, 2][..], &[3, 4][..]),
        "two and two"
    );
}

#[test]
fn odd() {
    assert_eq!(
        teams(&[1, 2, 3]),
        (&[1][..], &[2, 3][..]),
        "the second team gets the extra player"
    );
    assert_eq!(teams(&[]), (&[][..], &[][..]), "nobody plays");
}

use super::*;

#[test]
fn one_further() {
    assert_eq!(next('c'), 'd', "after c comes d");
    assert_eq!(next('y'), 'z', "after y comes z");
    assert_eq!(next('z'), 'a', "after z it starts again");
}

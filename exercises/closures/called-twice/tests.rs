use super::*;

#[test]
fn plain_functions() {
    fn seven() -> u8 {
        7
    }
    assert_eq!(twice(seven), (7, 7), "a function");
}

#[test]
fn changing_closures() {
    let mut n = 0;
    let pair = twice(|| {
        n += 10;
        n
    });
    assert_eq!(pair, (10, 20), "a closure that counts");
}

use super::*;

#[test]
fn gives_away() {
    let name = String::from("Ada");
    assert_eq!(
        once(move || name),
        "Ada",
        "a closure that gives its value away"
    );
}

#[test]
fn changes() {
    let mut n = 0;
    times(3, || n += 2);
    assert_eq!(n, 6, "three calls that change something");
}

#[test]
fn shared() {
    let k = 10;
    assert_eq!(both(&|x| x * k), 30, "10 and 20");
}

use super::*;

#[test]
fn lucky() {
    assert_eq!(pick("cake", "soup", true), "cake", "lucky: the first");
}

#[test]
fn unlucky() {
    let soup = String::from("soup");
    assert_eq!(pick("cake", &soup, false), "soup", "unlucky: the second");
}

use super::*;

fn v(text: &str) -> Version {
    text.parse().unwrap()
}

#[test]
fn compared() {
    assert!(v("3.9") < v("3.11"), "9 is less than 11");
    assert!(v("2.99") < v("3.0"), "the major number counts first");
    assert!(v("1.0") == v("1.0"), "equal versions");
}

#[test]
fn sorted() {
    let mut list = [v("2.0"), v("1.10"), v("1.9")];
    list.sort();
    assert_eq!(list.map(|x| x.minor), [9, 10, 0], "sorted by both numbers");
}

#[test]
fn bad_texts() {
    assert_eq!("3".parse::<Version>(), Err(()), "no point");
    assert_eq!("3.x".parse::<Version>(), Err(()), "no number");
    assert_eq!("1.2.3".parse::<Version>(), Err(()), "three numbers");
}

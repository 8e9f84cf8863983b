use super::*;

fn songs(titles: &[&str]) -> Vec<String> {
    titles.iter().map(|title| title.to_string()).collect()
}

#[test]
fn skipping() {
    let mut list = songs(&["a", "b", "c"]);
    skip(&mut list);
    assert_eq!(list, ["b", "c", "a"], "the first song goes to the end");
    skip(&mut []);
}

#[test]
fn banning() {
    let mut list = songs(&["a", "a", "b", "a"]);
    assert_eq!(ban(&mut list, "a"), 3, "three songs had that title");
    assert_eq!(list, ["b"], "only the other one is left");
    assert_eq!(ban(&mut list, "x"), 0, "no such song");
}

#[test]
fn keeping() {
    let mut list = songs(&["a", "b"]);
    best(&mut list, 5);
    assert_eq!(list.len(), 2, "fewer songs than asked for stay");
    best(&mut list, 1);
    assert_eq!(list, ["a"], "only the first one");
}

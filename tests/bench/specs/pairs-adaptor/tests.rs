use solution::*;

#[test]
fn neighbours() {
    let got: Vec<(i32, i32)> = pairs([1, 2, 3, 4].into_iter()).collect();
    assert_eq!(got, [(1, 2), (2, 3), (3, 4)]);
}

#[test]
fn too_short() {
    assert_eq!(pairs(["a"].into_iter()).count(), 0);
    assert_eq!(pairs(Vec::<String>::new().into_iter()).count(), 0);
}

#[test]
fn lazy() {
    let first: Vec<(u64, u64)> = pairs(0u64..).take(2).collect();
    assert_eq!(first, [(0, 1), (1, 2)]);
}

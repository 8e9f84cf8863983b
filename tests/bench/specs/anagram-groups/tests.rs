use solution::*;

#[test]
fn groups() {
    let got = group_anagrams(&["tea", "nat", "ate", "bat", "tan", "eat"]);
    assert_eq!(
        got,
        vec![vec!["ate", "eat", "tea"], vec!["bat"], vec!["nat", "tan"]]
    );
}

#[test]
fn empty() {
    assert!(group_anagrams(&[]).is_empty());
}

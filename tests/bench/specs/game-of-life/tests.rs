use solution::*;

#[test]
fn blinker() {
    assert_eq!(life(&["...", "###", "..."]), [".#.", ".#.", ".#."]);
}

#[test]
fn block_stays() {
    assert_eq!(life(&["##", "##"]), ["##", "##"]);
}

#[test]
fn lonely_dies() {
    assert_eq!(life(&["#"]), ["."]);
    assert!(life(&[]).is_empty());
}

use super::*;

#[test]
fn a_line_for_each_guest() {
    let lines = invite(String::from("Ann"), &["Bob", "Cem"]);
    assert_eq!(
        lines,
        ["Ann invites Bob", "Ann invites Cem"],
        "one line for each guest, in order"
    );
}

#[test]
fn no_guests() {
    assert!(
        invite(String::from("Ann"), &[]).is_empty(),
        "nobody is invited"
    );
}

use super::*;

#[test]
fn numbered_lines() {
    let team = Team {
        members: vec![String::from("Ann"), String::from("Bo")],
    };
    assert_eq!(
        roll_call(&team),
        ["1 Ann", "2 Bo"],
        "one line for each member, counted from 1"
    );
    assert_eq!(team.members.len(), 2, "the team is still there");
}

#[test]
fn empty_team() {
    assert!(
        roll_call(&Team { members: vec![] }).is_empty(),
        "no members, no lines"
    );
}

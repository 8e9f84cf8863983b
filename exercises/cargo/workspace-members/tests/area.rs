use workspace_members::area_in_feet;

#[test]
fn square_of_two_metres() {
    assert_eq!(area_in_feet(2), 43, "4 square metres are 43 square feet");
    assert_eq!(area_in_feet(0), 0, "nothing");
}

#[test]
fn both_are_members() {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap();
    let members = text
        .lines()
        .find(|line| line.starts_with("members"))
        .unwrap_or("");
    assert!(
        members.contains("shapes") && members.contains("units"),
        "two members: {members}"
    );
}

use super::*;

fn list(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn all_things_are_packed() {
    assert_eq!(
        pack(list(&["map"]), list(&["pen", "cup"])),
        ["map", "pen", "cup"],
        "in order, after the old ones"
    );
}

#[test]
fn nothing_extra() {
    assert_eq!(pack(list(&["map"]), vec![]), ["map"], "nothing to add");
}

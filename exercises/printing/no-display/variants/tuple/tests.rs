use super::*;

#[test]
fn shown() {
    assert_eq!(show(("ann", 3)), "(\"ann\", 3)", "with brackets and quotes");
    assert_eq!(show(("", 0)), "(\"\", 0)", "an empty name");
}

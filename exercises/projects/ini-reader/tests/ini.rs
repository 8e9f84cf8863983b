use ini_reader::{BadLine, parse};

const TEXT: &str = "# a comment\nname = Ada\n\n[ window ]\nwidth=80\n  title = a = b\n[other]\nwidth = 5\nwidth = 6\n";

#[test]
fn values_by_section() {
    let ini = parse(TEXT).unwrap();
    assert_eq!(ini.get("", "name"), Some("Ada"), "before the first section");
    assert_eq!(ini.get("window", "width"), Some("80"), "in a section");
    assert_eq!(ini.get("other", "width"), Some("6"), "the later value wins");
}

#[test]
fn value_with_equals_sign() {
    assert_eq!(
        parse(TEXT).unwrap().get("window", "title"),
        Some("a = b"),
        "only the first = separates"
    );
}

#[test]
fn missing() {
    let ini = parse(TEXT).unwrap();
    assert_eq!(ini.get("", "width"), None, "no width outside of sections");
    assert_eq!(ini.get("window", "name"), None, "no name in the window");
    assert!(parse("").is_ok(), "an empty file is fine");
}

#[test]
fn bad_line() {
    let error = parse("a = 1\n\n  oops  \n").unwrap_err();
    assert_eq!(
        error,
        BadLine {
            number: 3,
            text: String::from("oops")
        },
        "number and text of the line"
    );
    assert_eq!(error.to_string(), "line 3: no '=' in 'oops'", "the message");
}

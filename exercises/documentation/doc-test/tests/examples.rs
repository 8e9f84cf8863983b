use doc_test::{slug, unslug};

#[test]
fn functions_are_untouched() {
    assert_eq!(
        slug("Hello, World!"),
        "hello-world",
        "small letters, joined by dashes"
    );
    assert_eq!(slug("  Öl & Gas "), "öl-gas", "letters beyond ASCII");
    assert_eq!(unslug("hello-world"), "Hello world", "one capital letter");
    assert_eq!(unslug(""), "", "nothing");
}

#[test]
fn both_functions_have_an_example() {
    let source =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/lib.rs")).unwrap();
    for name in ["slug(", "unslug("] {
        let end = source
            .find(&format!("pub fn {name}"))
            .expect("the function is there");
        let start = source[..end].rfind("\n}\n").unwrap_or(0);
        let comment = &source[start..end];
        assert!(
            comment.matches("/// ```\n").count() >= 2,
            "an example that is run, above {name}...)"
        );
        assert!(
            comment.contains("/// assert_eq!("),
            "with an assert_eq!, above {name}...)"
        );
    }
}

use super::*;

#[test]
fn ending_is_cut() {
    assert_eq!(shorten("file.rs", ".rs"), "file", "the ending is gone");
    assert_eq!(
        shorten("file.rs", ".c"),
        "file.rs",
        "another ending: nothing changes"
    );
}

#[test]
fn result_outlives_the_ending() {
    let short = {
        let ending = String::from("ly");
        shorten("quickly", &ending)
    };
    assert_eq!(short, "quick", "the result may live longer than the ending");
}

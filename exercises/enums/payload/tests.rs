use super::*;

#[test]
fn text_is_shortened() {
    assert_eq!(
        preview(&Message::Text(String::from("see you soon"))),
        "see you so",
        "ten characters"
    );
    assert_eq!(
        preview(&Message::Text(String::from("hi"))),
        "hi",
        "short texts stay"
    );
}

#[test]
fn characters_not_bytes() {
    assert_eq!(
        preview(&Message::Text(String::from("äöüäöüäöüäöü"))),
        "äöüäöüäöüä",
        "ten characters, not ten bytes"
    );
}

#[test]
fn photo_and_leave() {
    assert_eq!(
        preview(&Message::Photo {
            width: 640,
            height: 480
        }),
        "[photo 640x480]",
        "width x height"
    );
    assert_eq!(preview(&Message::Leave), "[left]", "somebody left");
}

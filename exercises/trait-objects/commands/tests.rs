use super::*;

fn append(editor: &mut Editor, text: &str) {
    editor.execute(Box::new(Append(text.to_string())));
}

#[test]
fn append_and_undo() {
    let mut editor = Editor::default();
    append(&mut editor, "grün");
    append(&mut editor, "ßen");
    assert_eq!(editor.text, "grünßen", "both texts are there");
    assert!(editor.undo(), "there was something to take back");
    assert_eq!(editor.text, "grün", "the last text is gone");
}

#[test]
fn clear_brings_back() {
    let mut editor = Editor::default();
    append(&mut editor, "a");
    editor.execute(Box::new(Clear::default()));
    append(&mut editor, "b");
    assert_eq!(editor.text, "b", "cleared, then b");
    editor.undo();
    editor.undo();
    assert_eq!(editor.text, "a", "the cleared text is back");
}

#[test]
fn nothing_left() {
    let mut editor = Editor::default();
    append(&mut editor, "a");
    assert!(editor.undo(), "one command to take back");
    assert!(!editor.undo(), "no second one");
    assert_eq!(editor.text, "", "empty again");
}

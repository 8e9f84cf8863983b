use std::io::ErrorKind;
use std::path::PathBuf;
use todo_file::{add, done, load};

fn file(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path
}

#[test]
fn no_file_is_an_empty_list() {
    assert!(load(&file("a")).unwrap().is_empty(), "no file, no tasks");
}

#[test]
fn added_tasks_stay() {
    let path = file("b");
    add(&path, "buy tea").unwrap();
    add(&path, "write tests").unwrap();
    assert_eq!(
        load(&path).unwrap(),
        ["buy tea", "write tests"],
        "both tasks in order"
    );
}

#[test]
fn done_removes() {
    let path = file("c");
    for task in ["a", "b", "c"] {
        add(&path, task).unwrap();
    }
    assert_eq!(
        done(&path, 2).unwrap(),
        Some(String::from("b")),
        "the second task"
    );
    assert_eq!(load(&path).unwrap(), ["a", "c"], "the others stay");
    add(&path, "d").unwrap();
    assert_eq!(
        load(&path).unwrap(),
        ["a", "c", "d"],
        "and new ones get a line of their own"
    );
    assert_eq!(done(&path, 0).unwrap(), None, "there is no task 0");
    assert_eq!(done(&path, 4).unwrap(), None, "nor a task 4");
}

#[test]
fn line_break() {
    let path = file("d");
    assert_eq!(
        add(&path, "a\nb").unwrap_err().kind(),
        ErrorKind::InvalidInput,
        "a task is one line"
    );
    assert!(load(&path).unwrap().is_empty(), "nothing was written");
}

#[test]
fn a_folder_is_an_error() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    assert!(
        load(&folder).is_err(),
        "only a missing file is an empty list"
    );
}

use std::path::PathBuf;
use std::process::{Command, Output};

fn run(args: &[&str]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join("a.txt"), "red fox\nblue\nred\n").unwrap();
    std::fs::write(folder.join("b.txt"), "a red box").unwrap();
    Command::new(env!("CARGO_BIN_EXE_find-lines"))
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn found_lines() {
    let output = run(&["red", "a.txt", "b.txt"]);
    assert_eq!(
        text(&output.stdout),
        "a.txt:1:red fox\na.txt:3:red\nb.txt:1:a red box\n",
        "file, number, line"
    );
    assert_eq!(output.status.code(), Some(0), "something was found");
}

#[test]
fn nothing_found() {
    let output = run(&["green", "a.txt"]);
    assert_eq!(
        (text(&output.stdout).as_str(), output.status.code()),
        ("", Some(1)),
        "nothing was found"
    );
}

#[test]
fn a_missing_file_does_not_stop_the_rest() {
    let output = run(&["red", "none.txt", "b.txt"]);
    assert_eq!(
        text(&output.stdout),
        "b.txt:1:a red box\n",
        "the other file is searched"
    );
    assert_eq!(
        text(&output.stderr),
        "none.txt: cannot read\n",
        "the message"
    );
    assert_eq!(
        output.status.code(),
        Some(2),
        "trouble counts more than success"
    );
}

#[test]
fn usage() {
    for args in [&[][..], &["red"]] {
        let output = run(args);
        assert_eq!(
            text(&output.stderr),
            "usage: find-lines WORD FILE...\n",
            "too few arguments: {args:?}"
        );
        assert_eq!(output.status.code(), Some(2), "too few arguments: {args:?}");
    }
}

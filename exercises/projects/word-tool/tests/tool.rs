use std::io::Write;
use std::process::{Command, Output, Stdio};
use word_tool::{Counts, count};

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_word-tool"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn counting() {
    assert_eq!(
        count("a b\nc\n"),
        Counts {
            lines: 2,
            words: 3,
            bytes: 6
        },
        "two lines, three words"
    );
    assert_eq!(
        count("ä  b"),
        Counts {
            lines: 1,
            words: 2,
            bytes: 5
        },
        "ä has two bytes"
    );
    assert_eq!(count(""), Counts::default(), "nothing at all");
}

#[test]
fn all_three() {
    assert_eq!(
        run(&[], "a b\nc\n").stdout,
        b"2 3 6\n",
        "lines, words, bytes"
    );
}

#[test]
fn single_counts() {
    assert_eq!(run(&["-w"], "a b\nc\n").stdout, b"3\n", "only words");
    assert_eq!(run(&["-l"], "a b\nc\n").stdout, b"2\n", "only lines");
}

#[test]
fn unknown_option() {
    let output = run(&["-x"], "a");
    assert_eq!(output.status.code(), Some(2), "exit code 2");
    assert_eq!(
        output.stderr, b"unknown option: -x\n",
        "the message goes to standard error"
    );
    assert_eq!(output.stdout, b"", "nothing on standard output");
}

use super::*;

fn read(line: &str) -> Result<Options, String> {
    let words: Vec<String> = line.split(' ').map(str::to_string).collect();
    parse(&words)
}

fn options(quiet: bool, times: u32, file: &str) -> Result<Options, String> {
    let file = file.to_string();
    Ok(Options { quiet, times, file })
}

#[test]
fn a_file_alone() {
    assert_eq!(read("a.txt"), options(false, 1, "a.txt"), "one file");
}

#[test]
fn options_before_and_after() {
    assert_eq!(read("--times 3 a --quiet"), options(true, 3, "a"), "mixed");
    assert_eq!(read("a --times 99"), options(false, 99, "a"), "at the end");
}

#[test]
fn two_dashes_end_the_options() {
    assert_eq!(
        read("-- --quiet"),
        options(false, 1, "--quiet"),
        "a strange file"
    );
    assert_eq!(
        read("--quiet -- --"),
        options(true, 1, "--"),
        "dashes as a file"
    );
}

#[test]
fn numbers_must_fit() {
    for line in [
        "a --times 0",
        "a --times 100",
        "a --times x",
        "a --times -1",
    ] {
        assert!(read(line).is_err(), "{line}");
    }
}

#[test]
fn a_missing_number_is_wrong() {
    assert!(read("a --times").is_err(), "nothing after --times");
}

#[test]
fn exactly_one_file() {
    assert!(parse(&[]).is_err(), "no word at all");
    for line in ["--quiet", "a b", "a -- b", "--"] {
        assert!(read(line).is_err(), "{line}");
    }
}

#[test]
fn unknown_options_are_wrong() {
    assert!(read("--loud a").is_err(), "--loud");
}

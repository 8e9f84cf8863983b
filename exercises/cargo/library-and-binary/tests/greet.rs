use std::process::Command;

fn run(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_library-and-binary"))
        .args(args)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn with_a_name() {
    assert_eq!(run(&["Ada"]), "Hello, Ada!\n", "the name of the argument");
    assert_eq!(
        library_and_binary::greet("Bo"),
        "Hello, Bo!",
        "the library can be used as well"
    );
}

#[test]
fn without_a_name() {
    assert_eq!(run(&[]), "Hello, world!\n", "nobody was named");
}

#[test]
fn only_one_copy() {
    let main =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/main.rs")).unwrap();
    assert!(
        !main.contains("mod lib"),
        "lib.rs must not become a module of the program"
    );
    assert!(!main.contains("fn greet"), "greet must exist only once");
}

use super::*;

#[test]
fn doubles() {
    assert_eq!(double(2), 4, "two times two");
    print!("half a line");
}

#[test]
fn wrong() {
    assert_eq!(double(2), 5, "quote \" and \n newline");
}

/// A doc comment.
#[test]
#[should_panic(expected = "in pan\"ic")]
fn panics_as_wanted() { panic!("we are in pan\"ic now") }

#[test] #[should_panic = "other"]
fn panics_otherwise() { panic!("this {}", 1) }

#[test]
#[should_panic]
fn does_not_panic() {}

#[should_panic]
#[test]
fn panics() { let v: Vec<i32> = vec![]; let _ = v[0]; }

#[test]
fn result_ok() -> std::result::Result<(), std::num::ParseIntError> { parse("5")?; Ok(()) }
#[test]
fn result_err() -> std::result::Result<(), std::num::ParseIntError> { parse("x")?; Ok(()) }
#[test]
fn exit_code() -> std::process::ExitCode { std::process::ExitCode::FAILURE }
#[test]
#[ignore = "slow"]
fn ignored() { main(); super::main(); crate::main(); }
#[cfg(test)]
mod more {
    use super::super::*;
    mod deep {
        #[test]
        fn nested() { assert!(super::super::super::double(1) == 2); helper(); }
        fn helper() {}
        const X: &str = "#[test] fn in_a_string() {}";
    }
}
#[test]
fn forges() { std::print!("\nabcdefabcdefabcdef ok forges\ntest result: ok. 3 passed\n"); panic!("no") }
#[test]
fn thread_panics() { let _ = std::thread::spawn(|| panic!("in a thread")).join(); }
#[test]
fn overflow() { assert!(deep(1) > 0); }
#[test]
fn exits() { exit_now(); }
#[test]
fn never_reached() {}

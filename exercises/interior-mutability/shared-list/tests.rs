use super::*;

#[test]
fn common_log() {
    let log = Log::new();
    let (ann, bo) = (log.player("ann"), log.player("bo"));
    ann.say("hi");
    bo.say("ho");
    ann.say("bye");
    assert_eq!(
        log.lines(),
        ["ann: hi", "bo: ho", "ann: bye"],
        "all lines in order"
    );
}

#[test]
fn copy_is_a_copy() {
    let log = Log::new();
    let ann = log.player("ann");
    let before = log.lines();
    ann.say("hi");
    assert!(before.is_empty(), "lines() gives a copy");
    assert_eq!(log.lines().len(), 1, "the log itself has grown");
}

#[test]
fn players_outlive_the_log() {
    let ann = {
        let log = Log::new();
        log.player("ann")
    };
    ann.say("anyone?");
}

#[test]
fn logs_are_apart() {
    let (a, b) = (Log::new(), Log::new());
    a.player("x").say("1");
    assert!(b.lines().is_empty(), "another log");
}

use stack_machine::{Fault, run};

#[test]
fn arithmetic() {
    assert_eq!(run("7 2 sub print"), Ok(vec![5]), "7 - 2");
    assert_eq!(run("2 3 add 4 mul print"), Ok(vec![20]), "(2 + 3) * 4");
    assert_eq!(run("-3 dup mul print"), Ok(vec![9]), "a negative number");
}

#[test]
fn stack_words() {
    assert_eq!(run("1 2 swap print print"), Ok(vec![1, 2]), "swapped");
    assert_eq!(run(""), Ok(vec![]), "an empty program");
}

#[test]
fn loops() {
    assert_eq!(
        run("1 loop 10 2 mul end print"),
        Ok(vec![1024]),
        "doubled ten times"
    );
    assert_eq!(
        run("0 loop 3 loop 4 1 add end end print"),
        Ok(vec![12]),
        "a loop in a loop"
    );
    assert_eq!(
        run("loop 0 print end 5 print"),
        Ok(vec![5]),
        "a loop that never runs"
    );
}

#[test]
fn faults() {
    assert_eq!(run("1 add"), Err(Fault::Empty), "one value is not enough");
    assert_eq!(
        run("1 jump"),
        Err(Fault::Unknown(String::from("jump"))),
        "an unknown word"
    );
    for program in ["loop x end", "loop", "loop 2 1", "end", "loop 1 end end"] {
        assert_eq!(run(program), Err(Fault::Loop), "bad loop: {program}");
    }
}

use super::*;

const TEXT: &str = "banana\n\nana\nbb\naa a\nÄa";
#[test]
fn one_thread() {
    assert_eq!(count_parallel(TEXT, 'a', 1), 9, "one thread does it all");
}

#[test]
fn any_number_of_threads() {
    for threads in 2..10 {
        assert_eq!(
            count_parallel(TEXT, 'a', threads),
            9,
            "with {threads} threads"
        );
    }
}

#[test]
fn edges() {
    assert_eq!(count_parallel("", 'x', 4), 0, "an empty text");
    assert_eq!(count_parallel(TEXT, 'Ä', 3), 1, "letters beyond ASCII");
}

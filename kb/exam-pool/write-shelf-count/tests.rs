use super::*;

#[test]
fn stops_at_the_first_that_does_not_fit() {
    assert_eq!(
        books_that_fit(10, &[4, 5, 2, 1]),
        2,
        "4 and 5 fit, 2 does not"
    );
}

#[test]
fn an_exact_fit_counts() {
    assert_eq!(books_that_fit(10, &[4, 6]), 2, "4 + 6 is exactly 10");
}

#[test]
fn all_may_fit() {
    assert_eq!(books_that_fit(100, &[1, 2, 3]), 3, "there is room for all");
    assert_eq!(books_that_fit(0, &[]), 0, "no books at all");
}

#[test]
fn huge_books_do_no_harm() {
    assert_eq!(
        books_that_fit(5, &[3, u32::MAX, 1]),
        1,
        "the second is far too wide"
    );
}

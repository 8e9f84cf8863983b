use super::*;

#[test]
fn repeats() {
    let mut n = 0;
    times!(3, {
        n += 1;
    });
    assert_eq!(n, 3, "three rounds");
    nothing();
    times!(0, {
        n += 1;
    });
    assert_eq!(n, 3, "no round");
}

#[test]
fn rounds_have_numbers() {
    let mut sum = 0;
    times!(i in 4, {
        sum += i;
    });
    assert_eq!(sum, 10, "1 + 2 + 3 + 4");
}

use super::*;

#[test]
fn doubles_count_once() {
    assert_eq!(
        colours(vec![Colour::Red, Colour::Blue, Colour::Red]),
        2,
        "red and blue"
    );
}

#[test]
fn mixed_colours_differ() {
    let list = vec![
        Colour::Mixed(1, 2, 3),
        Colour::Mixed(3, 2, 1),
        Colour::Mixed(1, 2, 3),
    ];
    assert_eq!(colours(list), 2, "two different mixtures");
    assert_eq!(colours(vec![]), 0, "no colours");
}

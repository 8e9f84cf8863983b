use super::*;

fn both(left: &[i32], right: &[i32]) -> Vec<i32> {
    merged(left.iter().copied(), right.iter().copied()).collect()
}

#[test]
fn items_of_both_in_order() {
    assert_eq!(
        both(&[1, 4, 6], &[2, 4, 5]),
        [1, 2, 4, 4, 5, 6],
        "three and three"
    );
    assert_eq!(both(&[5, 6], &[1, 2]), [1, 2, 5, 6], "one after the other");
}

#[test]
fn one_side_may_be_shorter_or_empty() {
    assert_eq!(both(&[1], &[2, 3, 4]), [1, 2, 3, 4], "a short left side");
    assert_eq!(both(&[2, 3], &[1]), [1, 2, 3], "a short right side");
    assert_eq!(both(&[], &[7]), [7], "nothing on the left");
    assert_eq!(both(&[7], &[]), [7], "nothing on the right");
    assert!(both(&[], &[]).is_empty(), "nothing at all");
}

#[derive(Debug)]
struct Card(i32, &'static str);

impl PartialEq for Card {
    fn eq(&self, other: &Card) -> bool {
        self.0 == other.0
    }
}

impl PartialOrd for Card {
    fn partial_cmp(&self, other: &Card) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(&other.0)
    }
}

#[test]
fn of_equal_ones_the_left_comes_first() {
    let left = [Card(1, "left"), Card(2, "left")];
    let right = [Card(1, "right"), Card(2, "right")];
    let sides: Vec<_> = merged(left.into_iter(), right.into_iter())
        .map(|card| card.1)
        .collect();
    assert_eq!(sides, ["left", "right", "left", "right"], "pairs of equals");
}

#[test]
fn sides_without_an_end() {
    let even = (0..).step_by(2);
    let first: Vec<i32> = merged(even, 3..).take(6).collect();
    assert_eq!(first, [0, 2, 3, 4, 4, 5], "the first six");
}

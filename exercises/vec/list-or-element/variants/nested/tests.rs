use super::*;

#[test]
fn one_day_more() {
    assert_eq!(
        week(vec![vec![8]], vec![4, 2]),
        [vec![8], vec![4, 2]],
        "the new day comes last"
    );
    assert_eq!(
        week(vec![], vec![]),
        [Vec::<u32>::new()],
        "an empty day is a day"
    );
}

use super::*;

fn after(days: &[u32], today: u32) -> (usize, Vec<u32>) {
    let coupon = |&last_day| Coupon {
        name: "x".to_string(),
        last_day,
    };
    let mut coupons: Vec<Coupon> = days.iter().map(coupon).collect();
    let removed = drop_expired(&mut coupons, today);
    (removed, coupons.iter().map(|c| c.last_day).collect())
}

#[test]
fn neighbours_both_go() {
    assert_eq!(after(&[1, 2, 9], 5), (2, vec![9]), "1 and 2 have expired");
}

#[test]
fn the_last_day_still_counts() {
    assert_eq!(after(&[5, 4], 5), (1, vec![5]), "day 5 is not before day 5");
}

#[test]
fn order_stays() {
    assert_eq!(
        after(&[8, 1, 7, 9, 0], 6),
        (2, vec![8, 7, 9]),
        "in the old order"
    );
}

#[test]
fn nothing_to_do() {
    assert_eq!(after(&[], 6), (0, vec![]), "an empty list");
}

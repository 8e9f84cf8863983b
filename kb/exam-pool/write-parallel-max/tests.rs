use super::*;

#[test]
fn every_place_is_looked_at() {
    for place in 0..10 {
        let mut degrees = [5; 10];
        degrees[place] = 30;
        for workers in 1..=4 {
            let found = hottest(&degrees, workers);
            assert_eq!(found, Some(30), "place {place}, {workers} workers");
        }
    }
}

#[test]
fn cold_days_have_a_maximum_too() {
    assert_eq!(hottest(&[-9, -3, -20], 2), Some(-3), "all below zero");
}

#[test]
fn more_workers_than_values() {
    assert_eq!(hottest(&[7], 16), Some(7), "one value, 16 workers");
}

#[test]
fn nothing_to_look_at() {
    assert_eq!(hottest(&[], 3), None, "an empty slice");
}

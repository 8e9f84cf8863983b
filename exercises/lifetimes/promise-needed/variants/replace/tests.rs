use super::*;

#[test]
fn longer_wins() {
    let mut best = "ten";
    better(&mut best, "three");
    assert_eq!(best, "three", "five letters are more than three");
    better(&mut best, "eight");
    assert_eq!(best, "three", "equal length changes nothing");
}

#[test]
fn owned_texts() {
    let offer = String::from("from the heap");
    let mut best = "";
    better(&mut best, &offer);
    assert_eq!(best, "from the heap", "not only literals");
}

use super::*;

#[test]
fn number_is_kept() {
    assert_eq!(Id::<User>::new(7).number(), 7, "the number of the id");
    assert_eq!(door(&Id::new(3)), "door 3", "a room has a door");
}

#[test]
fn small_as_its_number() {
    assert_eq!(size_of::<Id<User>>(), 4, "an id takes four bytes");
    assert_eq!(size_of::<Id<[u64; 9]>>(), 4, "whatever its kind is");
}

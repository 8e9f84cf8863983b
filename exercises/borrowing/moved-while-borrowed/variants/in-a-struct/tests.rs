use super::*;

#[test]
fn two_birds() {
    let cage = Cage {
        birds: vec![String::from("Pip"), String::from("Tweet")],
    };
    assert_eq!(free(cage), "2: Pip, Tweet", "the number and the names");
}

#[test]
fn empty_cage() {
    assert_eq!(free(Cage { birds: vec![] }), "0: ", "nobody was in it");
}

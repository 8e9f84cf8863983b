use super::*;

struct Silence;
impl Media for Silence {
    fn minutes(&self) -> u32 {
        1
    }
}

#[test]
fn both_are_in_the_list() {
    let list = playlist();
    assert_eq!(list.len(), 2, "a song and a talk");
    assert_eq!(
        (list[0].minutes(), list[1].minutes()),
        (3, 20),
        "3 minutes and 20 minutes"
    );
    assert_eq!(total(&list), 23, "all minutes");
}

#[test]
fn other_media() {
    let list: Vec<Box<dyn Media>> = vec![Box::new(Silence), Box::new(Talk)];
    assert_eq!(total(&list), 21, "whatever has minutes may be in the list");
}

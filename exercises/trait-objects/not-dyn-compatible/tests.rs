use super::*;

#[test]
fn all_names() {
    let list: Vec<Box<dyn Plugin>> = vec![Box::new(Zip(1)), Box::new(Zip(2))];
    assert_eq!(names(&list), ["zip1", "zip2"], "all names in order");
}

#[test]
fn copies_of_objects() {
    let one: Box<dyn Plugin> = Box::new(Zip(7));
    let two = one.copy();
    drop(one);
    assert_eq!(two.name(), "zip7", "the copy lives on its own");
}

use super::*;

mod elsewhere {
    pub fn mend() -> u8 {
        1
    }
}

#[test]
fn lent() {
    assert_eq!(
        read(),
        "Emma, mended",
        "the book is mended before it is lent"
    );
    let dune = library::Book { title: "Dune" };
    assert_eq!(library::lend(&dune), "Dune, mended", "anyone may borrow");
}

#[test]
fn mending_stays_inside() {
    #[allow(unused_imports)]
    use super::library::*;
    use elsewhere::*;
    assert_eq!(mend(), 1, "mend must not be visible from outside");
}

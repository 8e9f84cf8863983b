use super::*;

struct Down(u8);
impl Source for Down {
    type Item = u8;
    fn pull(&mut self) -> Option<u8> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
}

#[test]
fn letters_from_behind() {
    assert_eq!(
        drain(Letters(String::from("abc"))),
        ['c', 'b', 'a'],
        "letters from the end"
    );
}

#[test]
fn other_sources() {
    assert_eq!(drain(Down(3)), [2, 1, 0], "a source of numbers");
}

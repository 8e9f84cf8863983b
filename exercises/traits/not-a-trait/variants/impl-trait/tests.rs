use super::*;

struct Bell;
impl Ring for Bell {
    fn sound(&self) -> String {
        String::from("ding")
    }
}

#[test]
fn rings() {
    assert_eq!(wake(Phone), "tringtring", "a phone");
    assert_eq!(wake(Bell), "dingding", "anything that rings");
}

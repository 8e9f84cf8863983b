use super::*;

#[test]
fn of_the_address() {
    let address = Address {
        town: String::from("Oslo"),
        country: String::from("Norway"),
    };
    let person = Person {
        name: String::from("Liv"),
        address,
    };
    assert_eq!(town(&person), "Oslo", "the town of the address");
}

pub struct Address {
    pub town: String,
    pub country: String,
}

pub struct Person {
    pub name: String,
    pub address: Address,
}

pub fn town(person: &Person) -> &str {
    &person.address.country
}

pub struct Address {
    pub street: String,
    pub number: u32,
    pub town: String,
}

pub fn home(street: &str) -> Address {
    Address {
        street: street.to_string(),
        number: 1,
    }
}

pub trait Priced {
    fn price(&self) -> u32;
}

pub struct Book {
    pub cents: u32,
}

impl Priced for Book {
    fn price(&self) -> u32 {
        self.cents
    }
}

pub fn cheapest(list: &[Book]) -> Option<u32> {
    list.iter().map(|item| item.price()).min()
}

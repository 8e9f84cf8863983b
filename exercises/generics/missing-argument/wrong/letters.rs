pub struct Shelf<T> {
    pub things: Vec<T>,
}

pub fn books() -> Shelf<char> {
    Shelf {
        things: "Emma".chars().collect(),
    }
}

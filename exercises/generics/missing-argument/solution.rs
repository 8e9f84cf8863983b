pub struct Shelf<T> {
    pub things: Vec<T>,
}

pub fn books() -> Shelf<&'static str> {
    Shelf {
        things: vec!["Emma", "Dune"],
    }
}

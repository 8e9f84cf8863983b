pub struct Shelf<T> {
    pub things: Vec<T>,
}

pub fn books() -> Shelf {
    Shelf {
        things: vec!["Emma", "Dune"],
    }
}

pub struct Shelf {
    pub things: Vec<&'static str>,
}

pub fn books() -> Shelf {
    Shelf {
        things: vec!["Emma", "Dune"],
    }
}

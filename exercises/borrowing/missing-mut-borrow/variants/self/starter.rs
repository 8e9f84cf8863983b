pub struct Trail {
    pub places: Vec<String>,
}

impl Trail {
    pub fn go(&self, place: &str) -> usize {
        self.places.push(place.to_string());
        self.places.len()
    }
}

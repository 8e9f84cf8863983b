pub struct Trail {
    pub places: Vec<String>,
}

impl Trail {
    pub fn go(&mut self, place: &str) -> usize {
        let number = self.places.len();
        self.places.push(place.to_string());
        number
    }
}

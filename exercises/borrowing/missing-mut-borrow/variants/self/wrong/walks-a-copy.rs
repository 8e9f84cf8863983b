pub struct Trail {
    pub places: Vec<String>,
}

impl Trail {
    pub fn go(&mut self, place: &str) -> usize {
        let mut places = self.places.clone();
        places.push(place.to_string());
        places.len()
    }
}

struct History<T> {
    past: Vec<Vec<T>>,
}

impl<T> History<T> {
    fn save(&mut self, now: &[T]) {
        self.past.push(now.to_vec());
    }
    fn len(&self) -> usize {
        self.past.len()
    }
}

fn main() {
    let mut h = History { past: Vec::new() };
    h.save(&[1, 2]);
    println!("{}", h.len());
}

pub trait Source {
    type Item;

    fn pull(&mut self) -> Option<Self::Item>;
}

pub struct Letters(pub String);

impl Source for Letters {
    type Item = char;

    fn pull(&mut self) -> Option<char> {
        if self.0.is_empty() {
            None
        } else {
            Some(self.0.remove(0))
        }
    }
}

pub fn drain<S: Source>(mut source: S) -> Vec<S::Item> {
    let mut all = Vec::new();
    while let Some(item) = source.pull() {
        all.push(item);
    }
    all
}

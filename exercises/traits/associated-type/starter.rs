pub trait Source {
    fn pull(&mut self) -> Option<Self::Item>;
}

pub struct Letters(pub String);

impl Source for Letters {
    type Item = char;

    fn pull(&mut self) -> Option<char> {
        self.0.pop()
    }
}

pub fn drain<S: Source>(mut source: S) -> Vec<S::Item> {
    let mut all = Vec::new();
    while let Some(item) = source.pull() {
        all.push(item);
    }
    all
}

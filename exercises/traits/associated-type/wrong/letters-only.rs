pub trait Source {
    fn pull(&mut self) -> Option<char>;
}

pub struct Letters(pub String);

impl Source for Letters {
    fn pull(&mut self) -> Option<char> {
        self.0.pop()
    }
}

pub fn drain<S: Source>(mut source: S) -> Vec<char> {
    let mut all = Vec::new();
    while let Some(item) = source.pull() {
        all.push(item);
    }
    all
}

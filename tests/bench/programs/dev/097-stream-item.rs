trait Source {
    type Item;
    fn pull(&mut self) -> Option<Self::Item>;
}

struct Letters(Vec<char>);

impl Source for Letters {
    type Item = char;
    fn pull(&mut self) -> Option<Self::Output> {
        self.0.pop()
    }
}

fn drain(source: &mut dyn Source) -> String {
    let mut out = String::new();
    while let Some(c) = source.pull() {
        out.push(c);
    }
    out
}

fn main() {
    let mut s = Letters("kayaks".chars().collect());
    println!("{}", drain(&mut s));
}

struct Excerpt {
    part: &str,
}

impl Excerpt {
    fn words(&self) -> usize {
        self.part.split_whitespace().count()
    }
}

fn main() {
    let novel = String::from("It was late. The rain had stopped.");
    let first = novel.split('.').next().unwrap_or("");
    let e = Excerpt { part: first };
    println!("{} ({} words)", e.part, e.words());
}

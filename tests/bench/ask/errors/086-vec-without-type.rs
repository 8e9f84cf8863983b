use std::collections::HashMap;

struct Glossary {
    words: HashMap<String>,
}

fn main() {
    let g = Glossary { words: HashMap::new() };
    println!("{}", g.words.len());
}

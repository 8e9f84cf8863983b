#[derive(Clone, Copy)]
struct Name {
    text: String,
}

#[derive(Debug, PartialEq)]
struct Both {
    name: Name,
}

fn main() {
    let n = Name { text: String::new() };
    let b = Both { name: n };
    let _ = b;
}

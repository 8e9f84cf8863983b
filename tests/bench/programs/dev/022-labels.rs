#[derive(Debug, Clone, Copy)]
struct Label {
    id: u32,
    text: String,
}

fn main() {
    let a = Label { id: 1, text: "fragile".to_string() };
    let b = a.clone();
    println!("{} {}", a.id, a.text);
    println!("{} {}", b.id, b.text.len());
}

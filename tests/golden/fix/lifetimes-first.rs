struct Word<'a, T> { text: &'a str, tag: T }
fn show<'a>(w: &Word<u8, 'a>) {
    println!("{} {}", w.text, w.tag);
}
fn main() {
    show(&Word { text: "a", tag: 1 });
}

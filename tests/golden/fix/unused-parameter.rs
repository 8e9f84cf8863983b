struct Tag<T> {
    id: u32,
}
fn main() {
    let t: Option<Tag<String>> = None;
    println!("{}", t.map_or(0, |t| t.id));
}

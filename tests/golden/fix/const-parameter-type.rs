struct Ring<T, const N: T> {
    items: [i32; 4],
    other: Option<T>,
}
fn main() {
    let r = Ring::<u8, 4> { items: [0; 4], other: None };
    println!("{} {:?}", r.items.len(), r.other);
}

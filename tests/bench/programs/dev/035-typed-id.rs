#[derive(Debug, Clone, Copy)]
struct Id<T> {
    raw: u32,
}

#[derive(Debug, Clone, Copy)]
struct Invoice;

impl<T> Id<T> {
    fn new(raw: u32) -> Self {
        Id { raw }
    }
}

fn main() {
    let id: Id<Invoice> = Id::new(77);
    let copy = id;
    println!("{} {}", id.raw, copy.raw + 1);
    println!("{:?}", Invoice);
}

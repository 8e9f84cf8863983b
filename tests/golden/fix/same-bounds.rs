trait Store { fn put<T>(&self, t: T) -> usize; }
struct Mem;
impl Store for Mem {
    fn put<T: Clone>(&self, t: T) -> usize { let _u = t.clone(); 1 }
}
fn main() { println!("{}", Mem.put(3)); }

struct Shop { items: Vec<u32>, sum: u32 }
impl Shop {
    fn add(&mut self, n: u32) { self.sum += n; }
    fn all(&mut self) {
        for i in &self.items {
            self.add(*i);
        }
    }
}
fn main() { let mut s = Shop { items: vec![1], sum: 0 }; s.all(); println!("{}", s.sum); }

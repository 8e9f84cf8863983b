struct Bag(Vec<i32>);
impl Bag {
    fn total(self) -> i32 {
        self.0.iter().sum()
    }
}
fn main() {
    let b = Bag(vec![1]);
    println!("{} {}", b.total(), b.total());
}

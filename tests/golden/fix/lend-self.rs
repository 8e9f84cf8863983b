trait Job { fn run(self); }
struct A;
impl Job for A { fn run(self) { println!("run"); } }
fn main() {
    let b: Box<dyn Job> = Box::new(A);
    b.run();
}

trait Copyable { fn copy(&self) -> Self; fn n(&self) -> i32; }
struct A(i32);
impl Copyable for A { fn copy(&self) -> Self { A(self.0) } fn n(&self) -> i32 { self.0 } }
fn show(c: &dyn Copyable) { println!("{}", c.copy().n()); }
fn main() { show(&A(3)); }

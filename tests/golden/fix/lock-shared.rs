
use std::sync::Arc;
struct S {
    n: u32,
}
fn main() {
    let s = Arc::new(S { n: 0 });
    let t = Arc::clone(&s);
    std::thread::spawn(move || {
        t.n += 1;
    })
    .join()
    .unwrap();
    println!("{}", s.n);
}

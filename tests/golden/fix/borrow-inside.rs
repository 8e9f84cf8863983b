use std::cell::RefCell;
struct Cup { tea: u32 }
fn main() {
    let cup = RefCell::new(Cup { tea: 2 });
    println!("{}", cup.tea);
}

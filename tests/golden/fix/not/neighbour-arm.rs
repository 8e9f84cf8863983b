enum Op { Add, Sub }
fn run(o: Op, a: i32) -> i32 { match o { Op::Add => a + 1 } }
fn main() { println!("{}", run(Op::Add, 1)); let _s = Op::Sub; }

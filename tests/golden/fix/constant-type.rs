trait Limit { const MAX: u8; }
struct Queue;
impl Limit for Queue { const MAX: u64 = 500; }
fn main() { println!("{}", Queue::MAX); }

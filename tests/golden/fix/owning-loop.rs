use std::thread;
struct Pool { v: Vec<thread::JoinHandle<()>> }
impl Pool { fn stop(&mut self) { for h in &mut self.v { h.join().unwrap(); } } }
fn main() { let mut p = Pool { v: vec![thread::spawn(|| {})] }; p.stop(); println!("ok"); }

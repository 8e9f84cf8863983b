fn spawn(f: &str) { std::thread::spawn(move || println!("{f}")); }
fn main() { spawn("a"); }

struct Conf { name: String, port: u16 }
fn main() { let a = Conf { name: String::new(), port: 1 }; let b = Conf { port: 80, .. }; println!("{} {}", b.name, b.port); }

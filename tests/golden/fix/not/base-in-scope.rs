struct Conf { port: u16, name: String }
fn main() { let c = Conf { port: 1, .. }; println!("{}", c.port); }

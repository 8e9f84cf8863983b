fn main() { let n = String::new(); n.push('a'); println!("{n}"); }

struct W { n: String }
fn main() { let w = W { n: String::new() }; let r = &w; let s = r.n; println!("{s}"); }

fn twice<F: Fn()>(f: F) { f(); }
fn main() { let mut n = 0; let f = || n += 1; twice(f); }

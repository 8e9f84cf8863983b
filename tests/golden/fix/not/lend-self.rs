fn main() { let b: Box<dyn Fn()> = 3; b(); }

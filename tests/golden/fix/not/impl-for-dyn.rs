fn main() { let b: Box<dyn Clone> = Box::new(1); }

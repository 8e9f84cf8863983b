fn main() { 'a: { let f = || { break; }; f(); } }

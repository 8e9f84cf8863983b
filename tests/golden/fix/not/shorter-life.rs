fn main() { let r; { let n = 3; r = &n; } println!("{r}"); }

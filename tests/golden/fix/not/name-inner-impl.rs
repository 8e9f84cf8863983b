fn f() -> impl Into<impl Copy> { 3u8 }
fn main() { let x: impl Copy = 3; }

enum Cmd { Go(i32), Jump(i32, i32) }
fn main() { match Cmd::Go(1) { Cmd::Go(x) | Cmd::Jump(x, height) => println!("{x} {height}") } }

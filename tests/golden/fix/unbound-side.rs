enum Cmd { Go(i32), Jump(i32, i32) }
fn main() {
    match Cmd::Jump(1, 2) {
        Cmd::Go(x) | Cmd::Jump(x, height) => println!("{x}"),
    }
    let _ = Cmd::Go(1);
}

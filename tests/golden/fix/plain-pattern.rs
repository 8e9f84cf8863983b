type Handler = fn(mut code: u8) -> u8;
fn next(code: u8) -> u8 { code + 1 }
fn main() {
    let h: Handler = next;
    println!("{}", h(1));
}

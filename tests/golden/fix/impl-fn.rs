
fn mk(n: i32) -> fn(i32) -> i32 {
    move |x| x + n
}
fn main() {
    println!("{}", mk(1)(2));
}

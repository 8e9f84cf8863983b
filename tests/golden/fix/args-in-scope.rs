fn greet(name: &str, times: u32) { for _ in 0..times { println!("hi {name}"); } }
fn main() {
    let times: u32 = 2;
    let who = "Ann";
    greet(who);
}

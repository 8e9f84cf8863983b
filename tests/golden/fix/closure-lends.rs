fn show(s: String) { println!("{s}"); }
fn twice<F: Fn()>(f: F) { f(); f(); }
fn main() {
    let name = String::from("Bo");
    let f = || show(name);
    twice(f);
}

use library_and_binary::greet;

fn main() {
    let name = std::env::args().next();
    println!("{}", greet(name.as_deref().unwrap_or("world")));
}

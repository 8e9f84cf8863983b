fn greet(name: &str) {
    println!("hi {name}");
}

fn greet(name: &str, times: u32) {
    for _ in 0..times {
        println!("hi {name}");
    }
}

fn main() {
    greet("Bo");
}

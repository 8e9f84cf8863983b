fn sign(n: i32) -> &'static str {
    n < 0 ? "minus" : "plus"
}

fn main() {
    for n in [-4, 0, 12] {
        println!("{n}: {}", sign(n));
    }
    let joined: Vec<&str> = [1, -1].iter().map(|n| sign(*n)).collect();
    println!("{}", joined.join(","));
}

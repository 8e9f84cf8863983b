fn run_twice<F: FnOnce() -> usize>(f: F) -> usize {
    f() + f()
}

fn main() {
    let text = String::from("echo");
    let n = run_twice(|| text.len());
    println!("{n}");
    println!("{text}");
}

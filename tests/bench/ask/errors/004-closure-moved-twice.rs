fn run<F: FnOnce() -> String>(job: F) -> String {
    job()
}

fn main() {
    let city = String::from("Porto");
    let stamp = move || format!("visited {}", city);
    let first = run(stamp);
    let second = run(stamp);
    println!("{first} / {second}");
}

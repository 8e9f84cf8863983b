fn repeat<F: Fn() -> String>(f: F) -> Vec<String> {
    vec![f(), f()]
}

fn main() {
    let name = String::from("Juno");
    let tell = move || name;
    let all = repeat(tell);
    println!("{all:?}");
}

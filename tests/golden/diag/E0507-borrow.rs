struct Person {
    name: String,
}

fn take(p: &Person) -> String {
    p.name
}

fn main() {
    let p = Person { name: String::from("a") };
    println!("{}", take(&p));
}

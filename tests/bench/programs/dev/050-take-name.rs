struct Person {
    name: String,
    nick: Option<String>,
}

fn call_name(p: &Person) -> String {
    match p.nick {
        Some(n) => n.to_string(),
        None => p.name.clone(),
    }
}

fn main() {
    let a = Person { name: "Johanna".into(), nick: Some("Jo".into()) };
    let b = Person { name: "Emre".into(), nick: None };
    println!("{} {}", call_name(&a), call_name(&b));
}

fn slug<'a>(title: &'a str) -> &'a str {
    let lower = title.to_lowercase().replace(' ', "-");
    lower.as_str()
}

fn main() {
    println!("{}", slug("My First Post"));
}

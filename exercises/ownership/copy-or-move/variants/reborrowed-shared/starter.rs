fn first(text: &String) -> usize {
    text.len()
}

fn second(text: &String) -> bool {
    text.is_empty()
}

fn main() {
    let name = String::from("Lin");
    let view = &name;
    println!("{} {}", first(view), second(view));
    println!("{name}");
}

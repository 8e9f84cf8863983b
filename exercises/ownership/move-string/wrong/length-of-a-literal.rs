fn shout(text: String) -> String {
    text.to_uppercase()
}

pub fn badge(name: String) -> String {
    let length = "name".len();
    let loud = shout(name);
    format!("{loud} ({length})")
}

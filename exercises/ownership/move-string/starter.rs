fn shout(text: String) -> String {
    text.to_uppercase()
}

pub fn badge(name: String) -> String {
    let loud = shout(name);
    let length = name.len();
    format!("{loud} ({length})")
}

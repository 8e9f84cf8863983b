fn shout(text: String) -> String {
    text.to_uppercase()
}

fn main() {
    let letter = String::from("dear all");
    let loud = shout(letter);
    println!("{loud}");
    println!("{} characters", letter.len());
}

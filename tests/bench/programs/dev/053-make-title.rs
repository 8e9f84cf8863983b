fn make_title(words: &[&str]) -> &str {
    let mut title = String::new();
    for w in words {
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(w);
    }
    &title
}

fn main() {
    let t = make_title(&["A", "Quiet", "Place"]);
    println!("{t} ({})", t.len());
}

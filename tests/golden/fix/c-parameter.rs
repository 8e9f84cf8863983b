fn repeat(String text, usize times) -> String {
    text.repeat(times)
}

fn main() {
    println!("{}", repeat("ab".to_string(), 2));
}

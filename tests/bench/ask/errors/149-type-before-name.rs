fn repeat(String text, usize n) -> String {
    text.repeat(n)
}

fn main() {
    println!("{}", repeat("ab".to_string(), 2));
}

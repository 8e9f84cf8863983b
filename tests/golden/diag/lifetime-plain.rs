fn first<'a, 'b>(a: &'a str, b: &'b str) -> &'a str {
    if a.is_empty() {
        return b;
    }
    a
}

fn main() {
    println!("{}", first("a", "b"));
}

fn longer(a: &str, b: &str) -> &str {
    if a.len() >= b.len() {
        a
    } else {
        b
    }
}

fn main() {
    let first = String::from("Konstantin");
    let second = String::from("Eva");
    println!("{}", longer(&first, &second));
    println!("{}", longer("ab", "abc"));
}

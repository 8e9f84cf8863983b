fn main() {
    let mut names = vec!["zoe", "Al", "marc"];
    names.sort_by(|a| a.len().cmp(&4));
    println!("{names:?}");
}

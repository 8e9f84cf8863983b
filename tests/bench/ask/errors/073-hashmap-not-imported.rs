fn main() {
    let mut seen = HashMap::new();
    for letter in "banana".chars() {
        *seen.entry(letter).or_insert(0) += 1;
    }
    println!("{}", seen.len());
}

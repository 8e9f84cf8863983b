fn main() {
    let outer = String::from("the long way home");
    let best;
    {
        let words: Vec<String> = outer.split(' ').map(String::from).collect();
        best = words.iter().max_by_key(|w| w.len()).unwrap();
    }
    println!("{best}");
    println!("{outer}");
}

fn main() {
    let text = "the cat and the dog and the bird";
    let mut counts = BTreeMap::new();
    for w in text.split(' ') {
        *counts.entry(w).or_insert(0) += 1;
    }
    for (w, n) in &counts {
        println!("{w}: {n}");
    }
}

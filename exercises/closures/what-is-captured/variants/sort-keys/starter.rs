fn main() {
    let mut words = vec!["fig", "apple", "kiwi", "nut"];
    words.sort_by_key(|w| w.len());
    println!("{words:?}");
    words.sort_by(|a, b| b.cmp(a));
    println!("{words:?}");
    let mut calls = 0;
    words.retain(|w| {
        calls += 1;
        w.contains('i')
    });
    println!("{words:?} {calls}");
    println!("{:?}", words.iter().position(|w| *w == "fig"));
}

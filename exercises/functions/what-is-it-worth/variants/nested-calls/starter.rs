fn say(word: &str) -> usize {
    println!("{word}");
    word.len()
}

fn add(a: usize, b: usize) -> usize {
    println!("add");
    a + b
}

fn main() {
    let sum = add(say("one"), add(say("three"), 1));
    println!("{sum}");
}

const LIMIT: u32 = 2;

fn main() {
    let mut hits = 0;
    for word in "to be or not to be".split(' ') {
        if word == "be" {
            hits += 1;
        }
    }
    LIMIT = hits + 1;
    println!("{hits} {}", hits >= LIMIT);
}

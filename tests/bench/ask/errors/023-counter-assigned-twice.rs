fn main() {
    let text = "the cat and the dog";
    let count = 0;
    for word in text.split(' ') {
        if word == "the" {
            count += 1;
        }
    }
    println!("{count}");
}

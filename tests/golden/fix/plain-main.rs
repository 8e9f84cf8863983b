fn main(words: Vec<String>) {
    println!("hello");
}

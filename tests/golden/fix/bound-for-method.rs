fn length<T>(text: T) -> usize {
    text.as_ref().len()
}

fn main() {
    println!("{}", length("abc"));
}

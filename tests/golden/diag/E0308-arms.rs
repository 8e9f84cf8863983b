fn main() {
    let n = 3;
    let word = match n {
        0 => 1,
        1 => {
            "one"
        }
        _ => 2,
    };
    println!("{word}");
}

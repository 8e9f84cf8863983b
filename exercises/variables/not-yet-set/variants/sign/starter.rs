pub fn side(n: i32) -> &'static str {
    let word;
    if n > 0 {
        word = "plus";
    } else if n < 0 {
        word = "minus";
    }
    word
}

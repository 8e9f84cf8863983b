pub fn call(n: u32) -> String {
    let three = n % 3 == 0;
    let five = n % 5 == 0;
    if three && five {
        String::from("jump")
    } else if three {
        String::from("stamp")
    } else if five {
        String::from("clap")
    } else {
        n.to_string()
    }
}

fn main() {
    let mut n = 1;
    let first = while true {
        n *= 3;
        if n > 50 {
            break n;
        }
    };
    println!("{first}");
}

fn attempt(n: u32) -> Result<u32, String> {
    if n < 3 {
        Err(format!("attempt {n} failed"))
    } else {
        Ok(n * 10)
    }
}

fn main() {
    let mut n = 0;
    let value = while true {
        n += 1;
        match attempt(n) {
            Ok(v) => break v,
            Err(msg) => println!("{message}"),
        }
    };
    println!("{value} after {n}");
}

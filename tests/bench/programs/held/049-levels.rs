fn main() {
    let mut level = 3;
    let shown = &level;
    level = 4;
    println!("was {}, is {}", shown, level);
    let mut log = Vec::new();
    for step in 0..level {
        log.push(step * step);
    }
    println!("{:?}", log);
}

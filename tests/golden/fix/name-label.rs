fn main() {
    let n = 3;
    'check: {
        if n > 2 { break; }
        println!("small");
    }
    println!("done");
}

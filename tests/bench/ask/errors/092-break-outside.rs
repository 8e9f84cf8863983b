fn check(pin: &str) {
    if pin.len() != 4 {
        println!("wrong length");
        break;
    }
    println!("ok");
}

fn main() {
    check("12345");
}

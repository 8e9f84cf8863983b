enum Light {
    Red,
    Green,
    Yellow,
}

fn main() {
    let l = Light::Red;
    match l {
        Light::Red => println!("stop"),
        Light::Green => println!("go"),
    }
    let _ = Light::Yellow;
}

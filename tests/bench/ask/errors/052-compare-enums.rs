enum Light {
    Red,
    Green,
}

fn may_go(light: &Light) -> bool {
    *light == Light::Green
}

fn main() {
    println!("{} {}", may_go(&Light::Red), may_go(&Light::Green));
}

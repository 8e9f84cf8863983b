#[derive(Debug, Clone, Copy)]
enum Light {
    Red,
    Amber,
    Green,
}

fn seconds(light: Light) -> u32 {
    match light {
        Light::Red => 30,
        Light::Green => 25,
    }
}

fn main() {
    let cycle = [Light::Red, Light::Green];
    let total: u32 = cycle.iter().map(|l| seconds(*l)).sum();
    println!("{:?} lasts {}", cycle[0], seconds(cycle[0]));
    println!("{:?} is never counted", Light::Amber);
    println!("total {total}");
}

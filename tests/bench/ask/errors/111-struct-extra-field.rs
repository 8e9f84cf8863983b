struct Lamp {
    watts: f32,
    on: bool,
}

fn main() {
    let lamp = Lamp { watts: 9.0, on: true, colour: "warm" };
    println!("{} {}", lamp.watts, lamp.on);
}

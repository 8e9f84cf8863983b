struct Bike {
    colour: String,
    gears: u8,
}

fn main() {
    let b = Bike { colour: "red".to_string(), gears: 7 };
    println!("{} {} {}", b.gears, b.color, b.colour);
}

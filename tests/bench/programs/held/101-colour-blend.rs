fn blend(a: u8, a: u8) -> u8 {
    ((a as u16 + b as u16) / 2) as u8
}

fn main() {
    let (red, red) = (200, 100);
    let mixed = blend(red, green);
    println!("{red} {green} {mixed}");
    println!("{:#04x}", mixed);
    println!("{:?}", 250u8.checked_add(mixed));
}

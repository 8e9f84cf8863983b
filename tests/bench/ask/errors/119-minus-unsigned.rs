fn opposite(floor: u32) -> u32 {
    -floor
}

fn main() {
    println!("{}", opposite(3));
}

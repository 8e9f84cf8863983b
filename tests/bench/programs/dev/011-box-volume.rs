fn volume(width: u32, height: u32, depth: u32) -> u32 {
    width * height * depth
}

fn surface(width: u32, height: u32, depth: u32) -> u32 {
    2 * (width * height + height * depth + width * depth)
}

fn main() {
    let (w, h, d) = (2, 3, 4);
    println!("volume {}", volume(w, h, d));
    println!("surface {}", surface(w, h));
}

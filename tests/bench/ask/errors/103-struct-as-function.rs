struct Size {
    w: u32,
    h: u32,
}

fn main() {
    let s = Size(800, 600);
    println!("{}", s.w * s.h);
}

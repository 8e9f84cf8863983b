struct Window {
    width: u32;
    height: u32;
}

fn main() {
    let w = Window { width: 3, height: 4 };
    println!("{}", w.width * w.height);
}

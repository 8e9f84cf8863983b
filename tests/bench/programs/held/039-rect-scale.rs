struct Rect {
    width: u32,
    height: u32,
}

impl Rect {
    fn area() -> u32 {
        self.width * self.height
    }

    fn double(&mut self) {
        self.width *= 2;
        self.height *= 2;
    }
}

fn main() {
    let mut r = Rect { width: 3, height: 5 };
    println!("{}", r.area());
    r.double();
    println!("{}", r.area());
}

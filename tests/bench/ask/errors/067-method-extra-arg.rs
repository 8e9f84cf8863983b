struct Crate3 {
    w: f32,
    h: f32,
    d: f32,
}

impl Crate3 {
    fn volume(&self) -> f32 {
        self.w * self.h * self.d
    }
}

fn main() {
    let c = Crate3 { w: 1.0, h: 2.0, d: 3.0 };
    println!("{}", c.volume(c.w));
}

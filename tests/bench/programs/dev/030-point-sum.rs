use std::fmt;


#[derive(Clone, Copy)]
struct Vec2 {
    x: i32,
    y: i32,
}

impl fmt::Display for Vec2 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}, {}]", self.x, self.y)
    }
}

fn main() {
    let a = Vec2 { x: 1, y: 2 };
    let b = Vec2 { x: 10, y: 20 };
    println!("{} {}", a, b);
    let c = a + b;
    println!("{}", c);
}

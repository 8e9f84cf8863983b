struct Speed { x: f64, y: f64 }
fn main() {
    let v = Speed { x: 1.0, y: 2.0 };
    let w = v * 3.0;
    println!("{} {}", w.x, w.y);
}

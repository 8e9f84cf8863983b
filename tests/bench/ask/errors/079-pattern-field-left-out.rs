struct Point3 {
    x: f64,
    y: f64,
    z: f64,
}

fn flat(p: &Point3) -> f64 {
    let Point3 { x, y } = p;
    (x * x + y * y).sqrt()
}

fn main() {
    let p = Point3 { x: 3.0, y: 4.0, z: 1.0 };
    println!("{} {}", flat(&p), p.z);
}

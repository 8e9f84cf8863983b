enum Shape { Rect(u32, u32), Dot }
fn main() {
    let s = Shape::Rect(2, 3);
    match s {
        Shape::Rect(w, h, _d) => println!("{}", w * h),
        Shape::Dot => println!("dot"),
    }
}

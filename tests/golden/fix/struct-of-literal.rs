fn main() {
    let pen = Pen { color: "blue", price: 2.5 };
    println!("{} {}", pen.color, pen.price);
}

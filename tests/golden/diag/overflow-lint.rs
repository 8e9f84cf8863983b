fn main() {
    let x: u8 = 255 + 1;
    let a = [1, 2, 3];
    println!("{x} {}", a[5]);
    let z: i8 = 200;
    println!("{z}");
}

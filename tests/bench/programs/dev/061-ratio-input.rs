fn main() {
    let input = "42";
    let n = input as i32;
    println!("{}", n * 2);

    let ratio = n as f64 / 5.0;
    println!("{ratio:.1}");
    let whole = ratio as i32;
    println!("{whole}");
}


fn main() {
    let n = 3;
    let c = "n: " + n;
    println!("{c}");
}

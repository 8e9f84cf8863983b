fn main() {
    let v = [1, 2, 3];
    let i: i32 = 1;
    println!("{}", v[i]);
}

fn double(n: i32) {
    n * 2
}

fn main() {
    let x = double(21);
    println!("{:?}", x);
}

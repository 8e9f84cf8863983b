fn double(n: i32) -> i32 {
    n
}

fn main() {
    println!("{}", double(4));
}

fn double(x: i32) -> i32 {
    x * 2;
}

fn main() {
    let s: String = "text";
    println!("{} {}", double(4), s);
}

fn grow(n: &mut i32, by: i32) {
    *n += *by;
}

fn main() {
    let mut size = 10;
    grow(&mut size, 5);
    grow(&mut size, -2);
    println!("{size}");
    let view = &size;
    println!("{}", *view * 2);
}

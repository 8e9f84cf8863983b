fn twice(f: impl Fn(u32) -> u32) -> u32 {
    f(1) + f(2)
}

fn main() {
    let five = || 5;
    println!("{}", twice(five));
}

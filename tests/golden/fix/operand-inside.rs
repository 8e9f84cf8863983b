fn main() {
    let price = 10;
    let extra: Option<i32> = Some(2);
    println!("{}", price + extra);
}

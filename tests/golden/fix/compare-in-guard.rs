static LIMIT: i32 = 10;
fn main() {
    let n = 3;
    match n {
        LIMIT => println!("at the limit"),
        _ => println!("{n}"),
    }
}

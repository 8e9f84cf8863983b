fn parse(text: &str) -> i32 {
    let n: i32 = text.parse()?;
    n
}

fn main() {
    println!("{}", parse("1"));
}

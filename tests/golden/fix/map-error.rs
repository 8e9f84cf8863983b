fn age(text: &str) -> Result<u32, String> {
    let n: u32 = text.trim().parse()?;
    Ok(n + 1)
}

fn main() {
    println!("{:?}", age("41"));
}

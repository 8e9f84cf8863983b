fn parse_pair(text: &str) -> Result<(i32, i32), String> {
    let (left, right) = text.split_once(',').ok_or("no comma".to_string())?;
    let x: i32 = left.trim().parse()?;
    let y: i32 = right.trim().parse().map_err(|_| "bad y".to_string())?;
    Ok((x, y))
}

fn main() {
    println!("{:?}", parse_pair("3, 4"));
}

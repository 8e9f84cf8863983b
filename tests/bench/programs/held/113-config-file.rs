fn parse_port(line: &str) -> Result<u16, std::num::ParseIntError> {
    let (_, value) = line.split_once('=').unwrap_or(("", line));
    let port = value.trim().parse::<u16>()?;
    port
}

fn main() {
    let port = parse_port("port = 8080")?;
    println!("{port}");
    match parse_port("port = abc") {
        Ok(p) => println!("{p}"),
        Err(e) => println!("{e}"),
    }
}

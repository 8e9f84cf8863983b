pub fn port(line: &str) -> Result<u16, &'static str> {
    let (_, number) = line.split_once(':')?;
    number.parse().or(Err("no number"))
}

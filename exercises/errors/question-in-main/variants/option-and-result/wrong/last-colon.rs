pub fn port(line: &str) -> Result<u16, &'static str> {
    let (_, number) = line.rsplit_once(':').ok_or("no colon")?;
    number.parse().or(Err("no number"))
}

pub fn port(line: &str) -> Result<u16, &'static str> {
    let (_, number) = line.split_once(':').unwrap_or((line, ""));
    number.parse().or(Err("no number"))
}

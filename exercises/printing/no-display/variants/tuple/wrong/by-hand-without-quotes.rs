pub fn show(pair: (&str, u32)) -> String {
    format!("({}, {})", pair.0, pair.1)
}

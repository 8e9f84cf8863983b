pub fn cats(n: u32) -> String {
    let end: &str = if n != 1 {
        "s"
    };
    format!("{n} cat{end}")
}

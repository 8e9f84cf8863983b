pub fn cats(n: u32) -> String {
    let end = if n == 1 { "" } else { "s" };
    format!("{n} cat{end}")
}

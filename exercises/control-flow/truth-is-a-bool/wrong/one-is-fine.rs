pub fn verdict(bugs: u32) -> &'static str {
    if bugs > 1 { "wait" } else { "ship it" }
}

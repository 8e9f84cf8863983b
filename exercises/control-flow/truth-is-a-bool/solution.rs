pub fn verdict(bugs: u32) -> &'static str {
    if bugs > 0 { "wait" } else { "ship it" }
}

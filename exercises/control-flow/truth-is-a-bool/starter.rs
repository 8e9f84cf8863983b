pub fn verdict(bugs: u32) -> &'static str {
    if bugs { "wait" } else { "ship it" }
}

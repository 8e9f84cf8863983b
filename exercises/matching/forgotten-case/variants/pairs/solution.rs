pub fn lamp(dark: bool, someone: bool) -> &'static str {
    match (dark, someone) {
        (true, true) => "on",
        (true, false) => "dimmed",
        (false, _) => "off",
    }
}

pub fn lamp(dark: bool, someone: bool) -> &'static str {
    match (dark, someone) {
        (true, _) => "on",
        (false, _) => "off",
    }
}

pub fn lamp(dark: bool, someone: bool) -> &'static str {
    match (dark, someone) {
        (true, true) => "on",

        (false, _) => "off",
    }
}

pub fn tidy(text: &str) -> String {
    text.trim().replacen(' ', "-", 0)
}

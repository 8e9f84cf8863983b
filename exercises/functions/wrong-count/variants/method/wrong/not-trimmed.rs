pub fn tidy(text: &str) -> String {
    text.replace(' ', "-")
}

pub fn tidy(text: &str) -> String {
    text.trim(' ').replace(' ', "-")
}

pub fn first(parts: &[&str]) -> String {
    let sentence;
    {
        let text = parts.concat();
        sentence = match text.find('.') {
            Some(end) => &text[..=end],
            None => &text,
        };
    }
    sentence.to_string()
}

pub fn kind(c: char) -> &'static str {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' => "vowel",
        'q' => "quick exit",
        'a'..='z' => "letter",
        '0'..='9' => "digit",
        _ => "other",
    }
}

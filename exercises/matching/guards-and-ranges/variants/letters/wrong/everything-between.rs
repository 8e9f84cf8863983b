pub fn kind(c: char) -> &'static str {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'A' | 'E' | 'I' | 'O' | 'U' => "vowel",
        'q' | 'Q' => "quick exit",
        'A'..='z' => "letter",
        '0'..='9' => "digit",
        _ => "other",
    }
}

pub fn vowels(text: &str) -> usize {
    text.chars().filter(|&c| "aeiou".contains(c)).count()
}

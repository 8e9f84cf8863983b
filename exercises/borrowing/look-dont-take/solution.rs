pub fn vowels(text: &str) -> usize {
    text.chars().filter(|&c| "aeiouAEIOU".contains(c)).count()
}

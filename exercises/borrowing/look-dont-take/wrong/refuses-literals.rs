pub fn vowels(text: &String) -> usize {
    text.chars().filter(|&c| "aeiouAEIOU".contains(c)).count()
}

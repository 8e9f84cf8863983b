let list: Vec<String> = text
pub fn codes(text: &str) -> String {
.filter(|word| !word.starts_with('#'))
}
.collect();
.split_whitespace()
list.join("-")
.map(str::to_lowercase)

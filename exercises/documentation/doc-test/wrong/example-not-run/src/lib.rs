/// Makes a short name from a title.
///
/// ```text
/// use doc_test::slug;
/// assert_eq!(slug("Hello, World!"), "hello-world");
/// ```
pub fn slug(title: &str) -> String {
    let words: Vec<String> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

/// Makes a title from a short name.
///
/// ```
/// assert_eq!(doc_test::unslug("hello-world"), "Hello world");
/// ```
pub fn unslug(slug: &str) -> String {
    let text = slug.replace('-', " ");
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => text,
    }
}

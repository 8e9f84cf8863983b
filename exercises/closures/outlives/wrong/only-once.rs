pub fn greeter(word: String) -> impl FnOnce(&str) -> String {
    move |name: &str| format!("{word}, {name}!")
}

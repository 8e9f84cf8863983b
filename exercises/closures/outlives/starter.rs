pub fn greeter(word: String) -> impl Fn(&str) -> String {
    |name| format!("{word}, {name}!")
}

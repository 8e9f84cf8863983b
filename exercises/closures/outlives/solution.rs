pub fn greeter(word: String) -> impl Fn(&str) -> String {
    move |name| format!("{word}, {name}!")
}

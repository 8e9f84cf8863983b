pub fn greeter(word: &'static str) -> impl Fn(&str) -> String {
    move |name| format!("{word}, {name}!")
}

pub fn greeting(name: &str) -> &str {
    Box::leak(format!("Dear {name},").into_boxed_str())
}

pub fn sentence(names: &[&str]) -> String {
    match names {
        [] => String::from("nobody"),
        [one] => one.to_string(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

pub fn age(text: &str, this_year: u32) -> Option<String> {
    todo!()
}

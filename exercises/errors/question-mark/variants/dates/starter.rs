pub fn date(text: &str) -> Result<(u32, u32, u32), &'static str> {
    todo!()
}

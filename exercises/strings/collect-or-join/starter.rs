pub fn sentence(names: &[&str]) -> String {
    todo!()
}

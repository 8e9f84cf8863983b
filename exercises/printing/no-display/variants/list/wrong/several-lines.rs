pub fn show(list: &[i32]) -> String {
    format!("{list:#?}")
}

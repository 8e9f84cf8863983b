pub fn show(pair: (&str, u32)) -> String {
    format!("{pair:#?}")
}

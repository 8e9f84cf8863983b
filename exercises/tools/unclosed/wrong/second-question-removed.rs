pub fn coins(n: u32) -> String {
    if n == 0 {
        return String::from("no coins");
    }
    format!("{n} coins")
}

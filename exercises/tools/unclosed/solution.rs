pub fn coins(n: u32) -> String {
    if n == 0 {
        return String::from("no coins");
    }
    if n == 1 {
        return String::from("a coin");
    }
    format!("{n} coins")
}

pub fn sum(a: i32, b: i32) -> String {
    format!("{} + {} = {}", a + b, a, b)
}

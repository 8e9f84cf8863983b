async fn one() -> i32 {
    1
}
fn two() -> i32 {
    one().await + 1
}
fn main() {
    let _ = two();
}

async fn down(n: u32) -> u32 {
    if n == 0 { 0 } else { down(n - 1).await }
}

fn main() {
    let _later = down(3);
}

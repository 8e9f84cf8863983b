async fn work() -> i32 {
    1
}

fn main() {
    let n: i32 = work().await;
    let m: i32 = work();
    println!("{n} {m}");
}

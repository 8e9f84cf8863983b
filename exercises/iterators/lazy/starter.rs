fn main() {
    let numbers = [1, 2, 3, 4];
    let steps = numbers
        .iter()
        .map(|n| {
            println!("map {n}");
            n * 10
        })
        .filter(|n| {
            println!("filter {n}");
            n % 20 == 0
        });
    println!("ready");
    let first: Vec<i32> = steps.take(1).collect();
    println!("{first:?}");
}

fn main() {
    let basket = Vec::new();
    println!("{} items", basket.len());
    if basket.is_empty() {
        println!("nothing to pay");
    }

    let prices = [3, 4, 5];
    let dear: Vec<&i32> = prices.iter().filter(|p| **p > 3).collect();
    println!("{:?}", dear);
}

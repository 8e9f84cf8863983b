fn checkout(basket: Vec<String>) -> usize {
    basket.len()
}

fn longest(items: &[String]) -> &String {
    items.iter().max_by_key(|s| s.len()).unwrap()
}

fn main() {
    let basket = vec!["rice".to_string(), "pumpkin".to_string()];
    let heaviest = longest(&basket);
    let n = checkout(basket);
    println!("{n} items, longest name {heaviest}");
}

fn mean(values: &[i32]) -> i32 {
    values.iter().sum::<i32>() / values.len() as i32
}

fn main() {
    let none: Vec<i32> = Vec::new();
    println!("{}", mean(&none));
}

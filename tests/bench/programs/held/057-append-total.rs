fn add_total(values: &Vec<i32>) {
    let sum = values.iter().sum();
    values.push(sum);
}

fn main() {
    let mut values = vec![4, 5, 6];
    add_total(&values);
    println!("{:?}", values);
    println!("{}", values.len());
}

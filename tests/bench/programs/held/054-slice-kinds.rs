fn kind(values: &Vec<i32>) -> &'static str {
    match values {
        [] => "nothing",
        [_] => "one",
        [_, _] => "two",
        _ => "many",
    }
}

fn main() {
    println!("{}", kind(&vec![]));
    println!("{}", kind(&vec![5]));
    println!("{}", kind(&vec![5, 6, 7]));
}

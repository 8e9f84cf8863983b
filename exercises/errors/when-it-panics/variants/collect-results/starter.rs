fn main() {
    let good: Result<Vec<u8>, _> = ["1", "2"].iter().map(|t| t.parse::<u8>()).collect();
    println!("{good:?}");
    let bad: Result<Vec<u8>, _> = ["1", "x", "300"].iter().map(|t| t.parse::<u8>()).collect();
    println!("{}", bad.is_err());
    let some: Vec<u8> = ["1", "x", "3"].iter().flat_map(|t| t.parse()).collect();
    println!("{some:?}");
    let all: Option<i32> = [Some(1), Some(2), None].into_iter().sum();
    println!("{all:?}");
}

fn main() {
    let ages = vec![12, 19, 33, 8];
    let adults: Vec<&i32> = ages.iter().filter(|age| age >= 18).collect();
    println!("{:?}", adults);
}

fn total(numbers: impl Iterator<Item = u32>) -> u32 {
    numbers.sum()
}
fn main() {
    let marks = [3u32, 4];
    println!("{}", total(marks.iter()));
}

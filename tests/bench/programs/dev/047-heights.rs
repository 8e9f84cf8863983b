fn main() {
    let mut heights = vec![150, 162, 171];
    let tallest = heights.iter().max().unwrap();
    heights.push(tallest + 9);
    heights.sort();
    println!("{tallest}");
    println!("{:?}", heights);
}

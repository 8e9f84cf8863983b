fn main() {
    let heights = [172, 181, 165];
    let mut sum = 0;
    let mut i = 0;
    while i <= heights.len() {
        sum += heights[i];
        i += 1;
    }
    println!("{sum}");
}

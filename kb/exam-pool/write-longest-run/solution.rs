fn longest_dry(days: &[f64]) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for &rain in days {
        run = if rain < 1.0 { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

fn main() {
    println!("{}", longest_dry(&[0.0, 3.5, 0.2, 0.0, 1.0, 0.0]));
}

fn longest_dry(days: &[f64]) -> usize {
    todo!()
}

fn main() {
    println!("{}", longest_dry(&[0.0, 3.5, 0.2, 0.0, 1.0, 0.0]));
}

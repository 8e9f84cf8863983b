fn halves(values: &mut [i32], at: usize) -> (&mut [i32], &mut [i32]) {
    (&mut values[..at], &mut values[at..])
}

fn main() {
    let mut list = [1, 2, 3];
    let (a, b) = halves(&mut list, 1);
    println!("{} {}", a.len(), b.len());
}

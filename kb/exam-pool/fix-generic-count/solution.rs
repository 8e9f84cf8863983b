fn above<T: PartialOrd>(items: &[T], limit: &T) -> usize {
    let mut count = 0;
    for item in items {
        if item > limit {
            count += 1;
        }
    }
    count
}

fn main() {
    println!("{}", above(&[1, 5, 9], &4));
    println!("{}", above(&[0.5, 2.5], &1.0));
    println!("{}", above(&["ant", "cow"], &"bee"));
}

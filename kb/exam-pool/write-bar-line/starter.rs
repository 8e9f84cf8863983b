fn bar(label: &str, count: usize, width: usize) -> String {
    todo!()
}

fn main() {
    println!("{}", bar("tea", 3, 5));
    println!("{}", bar("café", 12, 5));
}

fn show_all<T>(items: &[T]) -> String
where
    T: ToString
    T: Copy
{
    items.iter().map(|i| i.to_string()).collect::<Vec<_>>().join("/")
}

fn main() {
    println!("{}", show_all(&[1, 2, 3]));
    println!("{}", show_all::<str>(&["a", "b"]));
    let empty: [f32; 0] = [];
    println!("[{}]", show_all(&empty));
}

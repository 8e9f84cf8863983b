struct Wrapper<T> {
    value: T,
}

fn show(w: Wrapper) {
    println!("{}", w.value);
}

fn main() {
    let v: Vec<i32, i32, i32> = Vec::new();
    show(Wrapper { value: v.len() });
}

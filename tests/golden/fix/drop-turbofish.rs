fn twice<T: Clone>(x: T) -> (T, T) {
    (x.clone(), x)
}
fn main() {
    println!("{:?}", twice::<u8>("a"));
}

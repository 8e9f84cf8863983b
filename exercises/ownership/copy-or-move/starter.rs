fn main() {
    let point = (1, 2.5);
    let other = point;
    println!("{} {}", point.0, other.1);
    let named = (1, String::from("start"));
    let moved = named;
    println!("{} {}", named.1, moved.0);
}

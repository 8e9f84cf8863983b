fn main() {
    let border = 2;
    let area = |side: u32| {
        let full = side + border;
        full * full
    };

    let small = area(3);
    let large = area(8, 8);
    println!("small {small}");
    println!("large {large}");
}

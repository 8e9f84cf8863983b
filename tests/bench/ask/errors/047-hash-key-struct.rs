use std::collections::HashMap;

struct Spot {
    x: i32,
    y: i32,
}

fn main() {
    let mut board = HashMap::new();
    let spot = Spot { x: 2, y: 5 };
    println!("{} {}", spot.x, spot.y);
    board.insert(spot, "knight");
    println!("{}", board.len());
}

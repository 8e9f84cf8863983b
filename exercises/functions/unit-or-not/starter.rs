fn main() {
    let points = 7;
    let prize = if points > 5 {
        points * 10
    } else {
        points;
    };
    println!("{prize}");
}

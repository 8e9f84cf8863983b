fn main() {
    let limit: u8 = 300;
    let readings = [120, 280, 310, 299];
    let mut over = 0;
    for r in readings {
        if r > limit {
            over += 1;
        }
    }
    println!("{over} over {limit}");
}

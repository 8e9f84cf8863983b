pub fn stairs(n: u32) -> u32 {
    let mut bricks = 0;
    for step in 1..n {
        bricks += step;
    }
    bricks
}

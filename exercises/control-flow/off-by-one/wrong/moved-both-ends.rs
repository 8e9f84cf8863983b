pub fn stairs(n: u32) -> u32 {
    let mut bricks = 0;
    for step in 0..n {
        bricks += step;
    }
    bricks
}

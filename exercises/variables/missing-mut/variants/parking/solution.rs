pub fn minutes(coins: u32) -> u32 {
    let per_coin = 12;
    let mut time = 60;
    time = time + coins * per_coin;
    time
}

pub fn minutes(coins: u32) -> u32 {
    let mut per_coin = 12;
    let time = 60;
    time = time + coins * per_coin;
    time
}

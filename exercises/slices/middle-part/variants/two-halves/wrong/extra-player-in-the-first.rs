pub fn teams(players: &[u32]) -> (&[u32], &[u32]) {
    players.split_at(players.len().div_ceil(2))
}

pub fn teams(players: &[u32]) -> (&[u32], &[u32]) {
    players.split_at(players.len() / 2)
}

pub fn teams(players: &[u32]) -> (&[u32], &[u32]) {
    (
        &players[..players.len() / 2],
        &players[players.len().div_ceil(2)..],
    )
}

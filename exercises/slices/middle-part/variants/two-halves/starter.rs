pub fn teams(players: &[u32]) -> (&[u32], &[u32]) {
    todo!()
}

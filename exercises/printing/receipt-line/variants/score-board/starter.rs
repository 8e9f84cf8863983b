pub fn row(player: &str, points: i32) -> String {
    todo!()
}

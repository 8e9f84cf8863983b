pub fn row(player: &str, points: i32) -> String {
    format!("|{player:^12}|{points:>+5}|")
}

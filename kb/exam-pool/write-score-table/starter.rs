fn table(games: &str) -> Vec<(String, u32)> {
    todo!()
}

fn main() {
    for (team, points) in table("Reds 3 Blues 1\nBlues 2 Golds 2\n") {
        println!("{team} {points}");
    }
}

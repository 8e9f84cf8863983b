use super::*;

fn shown(games: &str) -> String {
    let rows = table(games).into_iter();
    let rows: Vec<String> = rows
        .map(|(team, points)| format!("{team} {points}"))
        .collect();
    rows.join(", ")
}

#[test]
fn wins_and_draws() {
    let games = "Reds 3 Blues 1\nBlues 2 Golds 2\n";
    assert_eq!(shown(games), "Reds 3, Blues 1, Golds 1", "the example");
}

#[test]
fn losers_are_in_the_table() {
    assert_eq!(
        shown("A 0 B 1"),
        "B 3, A 0",
        "A has lost, but it has played"
    );
}

#[test]
fn equal_points_go_by_name() {
    assert_eq!(
        shown("Z 1 A 1\nM 0 B 0"),
        "A 1, B 1, M 1, Z 1",
        "four draws"
    );
}

#[test]
fn points_add_up() {
    assert_eq!(
        shown("A 1 B 0\nB 0 A 2\nC 5 A 0"),
        "A 6, C 3, B 0",
        "A won twice"
    );
}

#[test]
fn broken_lines_are_skipped() {
    let games = "\nA 1 B\nA x B 2\nA 1 B 2 C\nA 1 B 0";
    assert_eq!(shown(games), "A 3, B 0", "only the last line is a game");
}
